import { compareText } from '../domain/canonical.ts'
import type { Decision } from '../domain/decision.ts'
import type { Link } from '../domain/link.ts'
import { ownProbability } from '../domain/own-evidence.ts'
import type { Probability } from '../domain/units.ts'

/** Two shops that one controller seems to run: the surest of their links. `a` < `b`. */
export interface Step {
  readonly a: string
  readonly b: string
  readonly link: Link
  /** By the evidence of the two alone. */
  readonly probability: Probability
  /** A person said `same`, and nobody says `different`: it holds whatever its probability. */
  readonly confirmed: boolean
  /** That one of them came back as the other, when that is likely enough by itself. */
  readonly cameBack: Link | undefined
}

/**
 * The pairs that may hold a ring together, surest first, ties by key: the one order in which everything later sees them.
 *
 * Common supply is not control, so `shares_supply` never counts. A pair that somebody called different, and nobody the
 * same, is left out; where people disagree the probability decides.
 */
export function stepsOf(links: readonly Link[], threshold: number): Step[] {
  const pairs = pairedOf(links)
  const steps: Step[] = []
  let first = 0
  for (let next = 1; next <= pairs.length; next++) {
    if (next < pairs.length && comparePairs(pairs[first] as Paired, pairs[next] as Paired) === 0)
      continue
    const step = stepOf(pairs.slice(first, next), threshold)
    if (step !== undefined) steps.push(step)
    first = next
  }
  return steps.sort(compareSteps)
}

/** A link with the shops that it is between, `a` < `b`. */
interface Paired {
  readonly a: string
  readonly b: string
  readonly link: Link
}

/** Links of one pair stand together. Links come sorted or nearly so, and sorting what nearly is takes a fraction of a text and a look-up for every pair. */
function pairedOf(links: readonly Link[]): Paired[] {
  const paired: Paired[] = []
  for (const link of links) {
    const { from, to, kind } = link
    if (kind === 'shares_supply' || from === to) continue
    paired.push(from < to ? { a: from, b: to, link } : { a: to, b: from, link })
  }
  return paired.sort(comparePairs)
}

function comparePairs(x: Paired, y: Paired): number {
  return compareText(x.a, y.a) || compareText(x.b, y.b)
}

/** Confirmed first, then the surest, then by key: total over distinct pairs. */
export function compareSteps(x: Step, y: Step): number {
  return (
    Number(y.confirmed) - Number(x.confirmed) ||
    y.probability - x.probability ||
    compareText(x.a, y.a) ||
    compareText(x.b, y.b)
  )
}

function stepOf(ofPair: readonly Paired[], threshold: number): Step | undefined {
  const [one] = ofPair
  if (one === undefined) return undefined
  const links = ofPair.length === 1 ? [one.link] : ofPair.map(({ link }) => link).sort(compareLinks)
  const [link = one.link] = links
  const verdict = agreedVerdict(links.flatMap(({ ledger }) => ledger.decisions))
  const confirmed = verdict === 'same'
  const probability = ownProbability(link)
  const holds = confirmed || (verdict !== 'different' && probability >= threshold)
  if (!holds) return undefined
  const cameBack = links.find(
    ({ kind, probability }) => kind === 'came_back_as' && probability >= threshold,
  )
  return { a: one.a, b: one.b, link, probability, confirmed, cameBack }
}

function compareLinks(x: Link, y: Link): number {
  return (
    y.probability - x.probability ||
    y.bits - x.bits ||
    compareText(x.kind, y.kind) ||
    compareText(x.from, y.from)
  )
}

/** What everybody who decided says by their latest word; undefined where nobody did or people disagree. */
export function agreedVerdict(decisions: readonly Decision[]): 'same' | 'different' | undefined {
  // Most pairs nobody has decided on.
  if (decisions.length === 0) return undefined
  const latest = new Map<string, Decision>()
  const standing = decisions.filter(({ retractedAt }) => retractedAt === undefined)
  const oldestFirst = standing.toSorted(
    (x, y) => compareText(x.on, y.on) || compareText(x.id, y.id),
  )
  for (const decision of oldestFirst) latest.set(decision.by, decision)
  const verdicts = new Set([...latest.values()].map(({ verdict }) => verdict))
  if (verdicts.has('same') === verdicts.has('different')) return undefined
  return verdicts.has('same') ? 'same' : 'different'
}
