import { compareText } from '../../domain/canonical.ts'
import { type Fragment, hopsFrom } from './fragment.ts'
import { givesWay } from './give-way.ts'
import { createHeap } from './heap.ts'
import { overlap, type Relation, type Span, spanOf } from './relation.ts'

/** One way on from a node, with what its best relation is worth. */
export interface Step {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  /** Further relations between the same two. */
  readonly alike: number
  readonly strength: number
}

export interface Ranking {
  readonly from: string
  readonly to: string
  readonly maxHops: number
  readonly strengthOf: (relation: Relation) => number
  /** Only ways whose relations were all there at one time, within the window. */
  readonly together: boolean
  readonly window: Span
  readonly limit: number
  /** Beginnings of ways that are looked at, at most. */
  readonly triesBudget: number
}

export interface Ranked {
  /** Strongest first; without a node twice. */
  readonly paths: readonly (readonly Step[])[]
  readonly more: boolean
  readonly complete: boolean
}

interface Partial {
  readonly at: string
  readonly steps: readonly Step[]
  readonly cost: number
  /** Cost so far and the least that is still to come. */
  readonly bound: number
  readonly span: Span
}

/**
 * The strongest ways within what was read, by best-first search: the cost of a way is the sum of −log of its steps, and what is
 * still to come is bounded by the cheapest way on, so that ways come out in the order of their strength.
 */
export async function rankPaths(fragment: Fragment, ranking: Ranking): Promise<Ranked> {
  const { from, to, maxHops, limit, triesBudget } = ranking
  const left = hopsFrom(fragment, to, maxHops)
  const stepsOf = cachedSteps(fragment, ranking, left)
  const ahead = costsTo(to, stepsOf)
  const heap = createHeap<Partial>(compare)
  heap.push({ at: from, steps: [], cost: 0, bound: 0, span: ranking.window })
  const paths: (readonly Step[])[] = []
  const breathe = givesWay()
  for (let tries = 0; tries < triesBudget; tries += 1) {
    const next = heap.pop()
    if (next === undefined) return { paths, more: false, complete: true }
    if (next.at === to) {
      if (paths.length === limit) return { paths, more: true, complete: true }
      paths.push(next.steps)
      continue
    }
    for (const longer of lengthened(next, { ...ranking, stepsOf, ahead, left })) {
      heap.push(longer)
    }
    await breathe()
  }
  return { paths, more: false, complete: false }
}

interface Ahead extends Ranking {
  readonly stepsOf: StepsOf
  /** The least cost from a node to the end. */
  readonly ahead: ReadonlyMap<string, number>
  /** The fewest hops from a node to the end. */
  readonly left: ReadonlyMap<string, number>
}

/** All ways that go one step further and can still reach the end within the hops. */
function lengthened(before: Partial, ahead: Ahead): readonly Partial[] {
  const room = ahead.maxHops - before.steps.length - 1
  return ahead.stepsOf(before.at).flatMap((step) => {
    const hops = ahead.left.get(step.to)
    if (hops === undefined || room < hops || isDetour(before, step, ahead)) return []
    return extended(before, step, ahead) ?? []
  })
}

/** A link that is nearly as strong as two links round it makes these say nothing new. */
const shortcutShare = 0.9

function isDetour({ steps }: Partial, step: Step, { stepsOf }: Ahead): boolean {
  const last = steps.at(-1)
  if (last?.relation.link === undefined || step.relation.link === undefined) return false
  const direct = stepsOf(last.from).find(({ to }) => to === step.to)
  if (direct?.relation.link === undefined) return false
  return shortcutShare * last.strength * step.strength <= direct.strength
}

function extended(
  before: Partial,
  step: Step,
  { together, from, ahead }: Ahead,
): Partial | undefined {
  const passed = step.to === from || before.steps.some(({ to }) => to === step.to)
  const span = together ? overlap(before.span, spanOf(step.relation)) : before.span
  const rest = ahead.get(step.to)
  if (passed || span === undefined || rest === undefined) return undefined
  const cost = before.cost + costOf(step)
  return { at: step.to, steps: [...before.steps, step], cost, bound: cost + rest, span }
}

type StepsOf = (key: string) => readonly Step[]

/** The ways on from a node to where the end can still be reached; of several relations between two nodes the strongest. */
function cachedSteps(
  fragment: Fragment,
  { strengthOf }: Ranking,
  left: ReadonlyMap<string, number>,
): StepsOf {
  const known = new Map<string, readonly Step[]>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const steps = [...fragment.around(key)].flatMap(([other, relations]) =>
      left.has(other) ? strongest(key, other, relations, strengthOf) : [],
    )
    known.set(key, steps)
    return steps
  }
}

function strongest(
  from: string,
  to: string,
  relations: readonly Relation[],
  strengthOf: (relation: Relation) => number,
): readonly Step[] {
  const [best] = relations
    .map((relation) => ({ relation, strength: strengthOf(relation) }))
    .toSorted((a, b) => b.strength - a.strength || compareText(a.relation.id, b.relation.id))
  return best === undefined ? [] : [{ from, to, ...best, alike: relations.length - 1 }]
}

/** The least cost from every node to the end; the same both ways, for a step is. */
function costsTo(to: string, stepsOf: StepsOf): ReadonlyMap<string, number> {
  const costs = new Map<string, number>()
  const heap = createHeap<{ key: string; cost: number }>(
    (a, b) => a.cost - b.cost || compareText(a.key, b.key),
  )
  heap.push({ key: to, cost: 0 })
  for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
    if (costs.has(next.key)) continue
    costs.set(next.key, next.cost)
    for (const step of stepsOf(next.key)) {
      if (!costs.has(step.to)) heap.push({ key: step.to, cost: next.cost + costOf(step) })
    }
  }
  return costs
}

function costOf({ strength }: Step): number {
  return -Math.log(Math.max(strength, Number.MIN_VALUE))
}

function compare(a: Partial, b: Partial): number {
  return a.bound - b.bound || a.steps.length - b.steps.length || compareText(nameOf(a), nameOf(b))
}

function nameOf({ steps }: Partial): string {
  return steps.map(({ to }) => to).join(' ')
}
