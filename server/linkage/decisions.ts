import { compareText } from '../domain/canonical.ts'
import type { Decision, Verdict } from '../domain/decision.ts'

/** Log-odds that a decided pair is moved to, about 1,000 to 1: a person's word outweighs what was learnt, and is listed beside the sum. */
export const decidedBits = 10
/** How far from {@link decidedBits}, in bits, evidence and decision are still felt together. */
const rounding = 0.25

/** By pair, the decisions that stand: the latest of each person, retracted ones left out, in a fixed order. */
export function standingDecisions(
  decisions: readonly Decision[],
): ReadonlyMap<string, readonly Decision[]> {
  const latest = new Map<string, Decision>()
  for (const decision of decisions.toSorted(byTime)) {
    if (decision.retractedAt === undefined)
      latest.set(`${pairKey(decision.a, decision.b)}\n${decision.by}`, decision)
  }
  const byPair = new Map<string, Decision[]>()
  for (const decision of [...latest.values()].toSorted(byTime)) {
    const pair = pairKey(decision.a, decision.b)
    byPair.set(pair, [...(byPair.get(pair) ?? []), decision])
  }
  return byPair
}

/** What the people who decided agree on; nothing when they disagree or are unsure. */
export function agreedVerdict(
  decisions: readonly Decision[],
): Exclude<Verdict, 'unsure'> | undefined {
  const verdicts = new Set(
    decisions.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'unsure'),
  )
  return verdicts.size === 1 ? [...verdicts][0] : undefined
}

/**
 * Bits that bring a pair to what people agreed on; 0 when they did not. A decision stands whatever the evidence says, evidence that already says more keeps its say, and decided pairs still
 * stand in the order of their evidence.
 */
export function decisionBits(decisions: readonly Decision[], bits: number): number {
  const verdict = agreedVerdict(decisions)
  if (verdict === 'same') return atLeastDecided(bits) - bits
  if (verdict === 'different') return -atLeastDecided(-bits) - bits
  return 0
}

/** The larger of the evidence and {@link decidedBits}, by a hyperbola: rising all the way, so slowly below that only the order shows, where adding odds would round to one number. */
function atLeastDecided(bits: number): number {
  return (bits + decidedBits + Math.hypot(bits - decidedBits, rounding)) / 2
}

/** One text for a pair in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}

function byTime(a: Decision, b: Decision): number {
  return compareText(a.on, b.on) || compareText(a.id, b.id)
}
