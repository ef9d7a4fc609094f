import { compareText } from '../../domain/canonical.ts'
import { type Fragment, hopsFrom } from './fragment.ts'
import { givesWay } from './give-way.ts'
import { createHeap } from './heap.ts'
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
export interface Walked extends Step {
  readonly notBefore: Span['since']
}

export interface Ranked {
  /** Strongest first; without a node twice, and no two over the same nodes. */
  readonly paths: readonly (readonly Walked[])[]
  readonly more: boolean
  readonly complete: boolean
}

interface Partial {
  readonly at: string
  readonly steps: readonly Walked[]
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
  const { from, to, limit, triesBudget, window } = ranking
  const ahead = aheadIn(fragment, ranking)
  const heap = createHeap<Partial>(compare)
  const begun = { at: from, steps: [], name: '', cost: 0, bound: 0 }
  heap.push({ ...begun, span: window, reached: window.since })
  const found = new Map<string, readonly Walked[]>()
  const breathe = givesWay()
  for (let tries = 0; tries < triesBudget; tries += 1) {
    const next = heap.pop()
    const isOneMore = next !== undefined && isNewWay(next, to, found)
    if (next === undefined || (isOneMore && found.size === limit))
      return { paths: [...found.values()], more: next !== undefined, complete: true }
    if (isOneMore) found.set(next.name, next.steps)
    for (const longer of lengthened(next, ahead)) heap.push(longer)
    await breathe()
  }
  return { paths: [...found.values()], more: false, complete: false }
}

function isNewWay(way: Partial, to: string, found: ReadonlyMap<string, unknown>): boolean {
  return way.at === to && !found.has(way.name)
}

function aheadIn(fragment: Fragment, ranking: Ranking): Ahead {
  const { to, maxHops, strengthOf, together, forward } = ranking
  const left = hopsFrom(fragment, to, maxHops)
  const loose = stepsIn(fragment, left, strongestSteps(strengthOf))
  const isTimed = together || forward
  const stepsOf = isTimed ? stepsIn(fragment, left, timedSteps(strengthOf, forward)) : loose
  return { ...ranking, stepsOf, ahead: costsTo(to, loose), left }
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
  if (before.at === ahead.to) return []
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

function extended(before: Partial, step: Step, own: Ahead): Partial | undefined {
  const passed = step.to === own.from || before.steps.some(({ to }) => to === step.to)
  const time = timeAfter(before, step, own)
  const rest = own.ahead.get(step.to)
  if (passed || time === undefined || rest === undefined) return undefined
  const cost = before.cost + costOf(step)
  const walked = { ...step, notBefore: own.forward ? time.reached : undefined }
  const name = before.name === '' ? step.to : `${before.name} ${step.to}`
  const steps = [...before.steps, walked]
  return { at: step.to, steps, name, cost, bound: cost + rest, ...time }
}

/** Where in time a way is after one more step; undefined where that step does not fit. */
function timeAfter(
  { span, reached }: Partial,
  step: Step,
  { together, forward, window }: Ahead,
): Pick<Partial, 'span' | 'reached'> | undefined {
  const common = together ? overlap(span, step.span) : span
  const within = overlap(step.span, window)
  const walked = within && overlap({ since: reached, until: undefined }, within)
  if (common === undefined || (forward && walked === undefined)) return undefined
  return { span: common, reached: walked?.since ?? reached }
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
  return a.bound - b.bound || a.steps.length - b.steps.length || compareText(a.name, b.name)
}
