import { compareText } from '../../domain/canonical.ts'
import { givesWay } from '../give-way.ts'
import type { Fragment } from './fragment.ts'
import { createHeap } from './heap.ts'
import { leastCosts } from './least-costs.ts'
import { type Hops, hopsFrom } from './outline.ts'
import { overlap, type Relation, type Span } from './relation.ts'
import { type Step, type StepsOf, stepsIn, strongestSteps, timedSteps } from './steps.ts'

export interface Ranking {
  readonly from: string
  readonly to: string
  readonly maxHops: number
  readonly strengthOf: (relation: Relation) => number
  /** Only ways whose relations were all there at one time, within the window. */
  readonly together: boolean
  /** Only ways that can be walked in the order of time: no hop was over before the one before it began. */
  readonly forward: boolean
  readonly window: Span
  readonly limit: number
  /** Beginnings of ways that are looked at, at most. */
  readonly triesBudget: number
}

/** A step of a way, with the first day on which it can be walked, where the way keeps to time. */
export interface Walked extends Omit<Step, 'from' | 'to' | 'cost'> {
  readonly from: string
  readonly to: string
  readonly notBefore: Span['since']
}

export interface Ranked {
  /** Strongest first; without a node twice, and no two over the same nodes. */
  readonly paths: readonly (readonly Walked[])[]
  readonly more: boolean
  readonly complete: boolean
}

/** The beginning of a way. */
interface Partial {
  readonly at: number
  /** Absent where it has not begun. */
  readonly last?: { readonly step: Step; readonly before: Partial } | undefined
  readonly hops: number
  /** The nodes passed, which tell ways apart that are as strong and as long. */
  readonly name: string
  readonly cost: number
  /** Cost so far and the least that is still to come. */
  readonly bound: number
  /** What all relations so far have in common, where that is asked for. */
  readonly span: Span
  /** The day on which the last relation can be reached, where time is kept to. */
  readonly reached: Span['since']
}

/**
 * The strongest ways within what was read, by best-first search: the cost of a way is the sum of −log of its steps, and what is
 * still to come is bounded by the cheapest way on, so that ways come out in the order of their strength. Where time counts, a way over the same nodes is tried with
 * every relation that none stronger outlasts, and the strongest that fits is told. Time-respecting ways are those of Kempe, Kleinberg and Kumar 2002
 * (doi:10.1006/jcss.2002.1829), over spans instead of moments.
 */
export async function rankPaths(fragment: Fragment, ranking: Ranking): Promise<Ranked> {
  const { limit, triesBudget, window, forward } = ranking
  const ahead = aheadIn(fragment, ranking)
  const heap = createHeap<Turn>((a, b) => compare(a.way, b.way))
  const push = (ways: Iterator<Partial>) => {
    const { value: way, done = false } = ways.next()
    if (!done) heap.push({ way, others: ways })
  }
  const begun = { at: ahead.start, hops: 0, name: '', cost: 0, bound: 0 }
  push([{ ...begun, span: window, reached: window.since }].values())
  const found = new Map<string, Partial>()
  const paths = () => [...found.values()].map((way) => walkedAll(way, fragment, forward))
  const breathe = givesWay()
  for (let tries = 0; tries < triesBudget; tries += 1) {
    const turn = heap.pop()
    if (turn === undefined) return { paths: paths(), more: false, complete: true }
    const { way, others } = turn
    const isOneMore = way.at === ahead.end && !found.has(way.name)
    if (isOneMore && found.size === limit) return { paths: paths(), more: true, complete: true }
    if (isOneMore) found.set(way.name, way)
    push(others)
    push(lengthened(way, ahead))
    await breathe()
  }
  return { paths: paths(), more: false, complete: false }
}

/** A beginning whose turn comes, and those that go on from where it did and are no stronger: they wait outside of the heap, as most never have their turn. */
interface Turn {
  readonly way: Partial
  readonly others: Iterator<Partial>
}

function walkedAll(way: Partial, { keyOf }: Fragment, forward: boolean): Walked[] {
  const steps: Walked[] = []
  for (let own = way; own.last !== undefined; own = own.last.before) {
    const { from, to, cost: _, ...step } = own.last.step
    const notBefore = forward ? own.reached : undefined
    steps.push({ ...step, from: keyOf(from), to: keyOf(to), notBefore })
  }
  return steps.reverse()
}

interface Ahead extends Pick<Ranking, 'maxHops' | 'together' | 'forward' | 'window'> {
  readonly start: number
  readonly end: number
  readonly keyOf: Fragment['keyOf']
  readonly stepsOf: StepsOf
  /** The least cost from a node to the end. */
  readonly costs: Float64Array
  /** The fewest hops from a node to the end. */
  readonly left: Hops['to']
}

function aheadIn(fragment: Fragment, ranking: Ranking): Ahead {
  const { maxHops, strengthOf, together, forward } = ranking
  const [start, end] = [fragment.numberOf(ranking.from), fragment.numberOf(ranking.to)]
  const left = hopsFrom(fragment, end, maxHops).to
  const canReach = (node: number) => (left[node] ?? maxHops + 1) <= maxHops
  const loose = stepsIn(fragment, canReach, strongestSteps(strengthOf))
  const { keyOf } = fragment
  const timed = () => stepsIn(fragment, canReach, timedSteps(strengthOf, { forward, keyOf }))
  const stepsOf = together || forward ? timed() : loose
  // The same both ways, for a step is.
  const costs = leastCosts(end, fragment.size, (node, reach) => {
    for (const step of loose(node)) reach(step.to, step.cost)
  })
  return { ...ranking, start, end, keyOf, stepsOf, costs, left }
}

/** All ways that go one step further and can still reach the end within the hops, in order. */
function* lengthened(before: Partial, ahead: Ahead): Generator<Partial, undefined> {
  if (before.at === ahead.end) return
  const { costs, keyOf, left } = ahead
  const room = ahead.maxHops - before.hops - 1
  const boundOf = ({ cost, to }: Step) => before.cost + cost + (costs[to] ?? 0)
  const steps = ahead.stepsOf(before.at).filter(({ to }) => (left[to] ?? room + 1) <= room)
  steps.sort((a, b) => boundOf(a) - boundOf(b) || compareText(keyOf(a.to), keyOf(b.to)))
  for (const step of steps) {
    if (isDetour(before, step, ahead)) continue
    const next = extended(before, step, ahead)
    if (next !== undefined) yield next
  }
}

/** A link that is nearly as strong as two links round it makes these say nothing new. */
const shortcutShare = 0.9

function isDetour({ last }: Partial, step: Step, { stepsOf }: Ahead): boolean {
  if (last?.step.relation.link === undefined || step.relation.link === undefined) return false
  const direct = stepsOf(last.step.from).find(({ to }) => to === step.to)
  if (direct?.relation.link === undefined) return false
  return shortcutShare * last.step.strength * step.strength <= direct.strength
}

function extended(before: Partial, step: Step, own: Ahead): Partial | undefined {
  const time = timeAfter(before, step, own)
  if (time === undefined || passes(before, step.to)) return undefined
  const cost = before.cost + step.cost
  const key = own.keyOf(step.to)
  return {
    at: step.to,
    last: { step, before },
    hops: before.hops + 1,
    name: before.name === '' ? key : `${before.name} ${key}`,
    cost,
    bound: cost + (own.costs[step.to] ?? 0),
    ...time,
  }
}

function passes(way: Partial, node: number): boolean {
  for (let own: Partial | undefined = way; own !== undefined; own = own.last?.before) {
    if (own.at === node) return true
  }
  return false
}

/** Where in time a way is after one more step; undefined where that step does not fit. */
function timeAfter(
  { span, reached }: Partial,
  step: Step,
  { together, forward, window }: Ahead,
): Pick<Partial, 'span' | 'reached'> | undefined {
  if (!together && !forward) return { span, reached }
  const common = together ? overlap(span, step.span) : span
  const within = overlap(step.span, window)
  const walked = within && overlap({ since: reached, until: undefined }, within)
  if (common === undefined || (forward && walked === undefined)) return undefined
  return { span: common, reached: walked?.since ?? reached }
}

function compare(a: Partial, b: Partial): number {
  return a.bound - b.bound || a.hops - b.hops || compareText(a.name, b.name)
}
