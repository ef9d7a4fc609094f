import { solvePositive } from './solve-positive.ts'

/** A function at one point: its value, its gradient, and its symmetric matrix of second derivatives, row by row. */
export interface Evaluated {
  readonly value: number
  readonly gradient: Float64Array
  readonly hessian: Float64Array
}

const mostSteps = 200
/** Largest slope, among the variables that could still move, at which a point counts as the minimum. */
const tolerance = 1e-10
/** Share of the decrease that the gradient promises which a step must keep (Armijo). */
const kept = 1e-4
const mostHalvings = 60
/** Relative rounding of a value: below it a decrease cannot be seen, and the gradient alone tells which point is better. */
const rounding = 1e-12

/**
 * The minimum of a strictly convex function over x ≥ lower, by Newton steps in the variables that are free to move, projected on the bounds
 * (Bertsekas 1982, doi:10.1137/0320018). `start` must keep the bounds; -Infinity is no bound. Deterministic.
 */
export function minimise(
  evaluate: (point: Float64Array) => Evaluated,
  start: Float64Array,
  lower: Float64Array,
): Float64Array {
  let point = start
  let here = evaluate(point)
  for (let step = 0; step < mostSteps; step++) {
    const direction = newtonDirection(here, point, lower)
    const next = direction && search(evaluate, here, point, direction, lower)
    if (next === undefined) return point
    point = next.point
    here = next.there
  }
  return point
}

/** Undefined at the minimum. */
function newtonDirection(
  { gradient, hessian }: Evaluated,
  point: Float64Array,
  lower: Float64Array,
): Float64Array | undefined {
  const bound = (i: number) => (point[i] ?? 0) <= (lower[i] ?? 0)
  let free = [...point.keys()].filter((i) => !(bound(i) && 0 <= (gradient[i] ?? 0)))
  if (steepest(gradient, point, lower) <= tolerance) return undefined
  for (;;) {
    const moves = solvePositive(
      free.flatMap((i) => free.map((j) => hessian[i * point.length + j] ?? 0)),
      free.map((i) => -(gradient[i] ?? 0)),
    )
    // A variable on its bound that the coupling would push out stays there; what is left still goes down.
    const movable = free.filter((i, n) => !(bound(i) && (moves[n] ?? 0) < 0))
    if (movable.length === free.length) {
      const direction = new Float64Array(point.length)
      for (const [n, i] of free.entries()) direction[i] = moves[n] ?? 0
      return direction
    }
    free = movable
  }
}

/** The largest slope among the variables that could still go down it. */
function steepest(gradient: Float64Array, point: Float64Array, lower: Float64Array): number {
  return gradient.reduce((most, own, i) => {
    const held = (point[i] ?? 0) <= (lower[i] ?? 0) && 0 <= own
    return held ? most : Math.max(most, Math.abs(own))
  }, 0)
}

/** The first halving of the step that is better enough; undefined when none is. */
function search(
  evaluate: (point: Float64Array) => Evaluated,
  here: Evaluated,
  point: Float64Array,
  direction: Float64Array,
  lower: Float64Array,
): { point: Float64Array; there: Evaluated } | undefined {
  const slope = steepest(here.gradient, point, lower)
  const unseen = rounding * (1 + Math.abs(here.value))
  for (let halving = 0; halving < mostHalvings; halving++) {
    const next = point.map((own, i) =>
      Math.max(lower[i] ?? 0, own + 0.5 ** halving * (direction[i] ?? 0)),
    )
    const promised = next.reduce(
      (sum, own, i) => sum + (here.gradient[i] ?? 0) * (own - (point[i] ?? 0)),
      0,
    )
    const there = evaluate(next)
    const lowerEnough = there.value <= here.value + kept * promised && promised < -unseen
    const flatter =
      there.value <= here.value + unseen && steepest(there.gradient, next, lower) < slope / 2
    if (lowerEnough || flatter) return { point: next, there }
  }
  return undefined
}
