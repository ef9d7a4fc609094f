import type { Resting, RestingStep } from './resting-facts.ts'
import { stands } from './standing.ts'

/** Ways to part a ring are tried, those that the fewest steps cross first, until this many steps were looked at. */
const stepsTried = 1_500

/**
 * A set of facts without which the ring falls in two, in order; undefined where it stands without any. Not always the smallest: for every shop by itself and for both
 * sides of every step of a surest spanning tree, facts are taken that weaken the steps between the sides most, and those that turn out not to be needed are put back.
 */
export function greedyCut(
  keys: readonly string[],
  resting: Resting,
  line: number,
): readonly number[] | undefined {
  const { facts, steps } = resting
  // Where all steps stand, no way is open without a fact, and one that takes a single fact is not bettered.
  const fewest = steps.every((step) => stands(step, none, line)) ? 1 : 0
  let best: readonly number[] | undefined
  let left = stepsTried
  for (const crossing of waysToPart(keys, steps)) {
    if (left < 0 || (best !== undefined && best.length <= fewest)) break
    left -= crossing.length
    const cover = coverOf(crossing, facts.length, line)
    if (cover !== undefined && (best === undefined || cover.length < best.length)) best = cover
  }
  return best
}

const none: ReadonlySet<number> = new Set()

/** The steps that each way to part the ring crosses, the fewest first. */
function waysToPart(
  keys: readonly string[],
  steps: readonly RestingStep[],
): (readonly RestingStep[])[] {
  // All sides of two shops are one, and every step crosses.
  if (keys.length === 2) return [steps]
  return sidesOf(keys, steps)
    .map((side) => steps.filter(({ a, b }) => side.has(a) !== side.has(b)))
    .toSorted((x, y) => x.length - y.length)
}

function sidesOf(keys: readonly string[], steps: readonly RestingStep[]): ReadonlySet<string>[] {
  const neighbors = new Map<string, string[]>(keys.map((key) => [key, []]))
  const tree = spanningTree(keys, steps)
  for (const { a, b } of tree) {
    neighbors.get(a)?.push(b)
    neighbors.get(b)?.push(a)
  }
  return [
    ...keys.map((key) => new Set([key])),
    ...tree.map((cut) => sideOf(cut.a, cut.b, neighbors)),
  ]
}

/** What a tree holds on the side of `from` when its edge to `beyond` is cut. */
function sideOf(
  from: string,
  beyond: string,
  neighbors: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const side = new Set([from])
  for (const key of side) {
    for (const next of neighbors.get(key) ?? [])
      if (!(key === from && next === beyond)) side.add(next)
  }
  return side
}

/** Steps come surest first, so that those which join two pieces make a surest tree (Kruskal). */
function spanningTree(keys: readonly string[], steps: readonly RestingStep[]): RestingStep[] {
  const pieceOf = new Map(keys.map((key) => [key, key]))
  const rootOf = (key: string): string => {
    const parent = pieceOf.get(key) ?? key
    return parent === key ? key : rootOf(parent)
  }
  return steps.filter(({ a, b }) => {
    const [one, other] = [rootOf(a), rootOf(b)]
    pieceOf.set(one, other)
    return one !== other
  })
}

/** Facts without which none of the steps stands, in order; undefined where one stands without any fact. */
function coverOf(
  crossing: readonly RestingStep[],
  facts: number,
  line: number,
): number[] | undefined {
  const removed = new Set<number>()
  const taken = new Float64Array(facts)
  let standing = crossing
  while (standing.length > 0) {
    const next = mostWeakening(standing, removed, line, taken.fill(0))
    if (next === undefined) return undefined
    removed.add(next)
    standing = standing.filter((step) => stands(step, removed, line))
  }
  for (const fact of [...removed]) {
    removed.delete(fact)
    if (crossing.some((step) => stands(step, removed, line))) removed.add(fact)
  }
  return [...removed].toSorted((x, y) => x - y)
}

/** The fact that takes most from the steps, of each no more than it has above the line; of equals the first. `taken` is 0 for every fact, and is filled. */
function mostWeakening(
  standing: readonly RestingStep[],
  removed: ReadonlySet<number>,
  line: number,
  taken: Float64Array,
): number | undefined {
  for (const step of standing) takeFrom(step, removed, line, taken)
  let best: number | undefined
  let most = 0
  for (let fact = 0; fact < taken.length; fact++) {
    if ((taken[fact] as number) <= most) continue
    most = taken[fact] as number
    best = fact
  }
  return best
}

/** Adds to what each fact takes, what it takes from one step. */
function takeFrom(
  { base, supports, decision, decidedBits }: RestingStep,
  removed: ReadonlySet<number>,
  line: number,
  taken: Float64Array,
): void {
  let spoken = 0
  for (const { fact, bits } of supports) if (!removed.has(fact)) spoken += bits
  const above = Math.max(base + decidedBits + spoken - line, 1)
  for (const { fact, bits } of supports)
    if (!removed.has(fact)) taken[fact] = (taken[fact] as number) + Math.min(bits, above)
  if (decision !== undefined && !removed.has(decision))
    taken[decision] = (taken[decision] as number) + above
}
