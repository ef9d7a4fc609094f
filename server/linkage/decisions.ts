import { compareText } from '../domain/canonical.ts'
import type { Decision, Verdict } from '../domain/decision.ts'

/** Log-odds that a decided pair is moved to, about 1,000 to 1: a person's word outweighs what was learnt, and is listed beside the sum. */
export const decidedBits = 10

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
 * Bits that bring a pair to what people agreed on; 0 when they did not. Their odds are added to those of the evidence: a decision stands whatever the evidence says, evidence that already says
 * more keeps its say, and decided pairs still stand in the order of their evidence.
 */
export function decisionBits(decisions: readonly Decision[], bits: number): number {
  const verdict = agreedVerdict(decisions)
  if (verdict === 'same') return withOdds(bits) - bits
  if (verdict === 'different') return -withOdds(-bits) - bits
  return 0
}

/** log2(2^bits + 2^decidedBits). */
function withOdds(bits: number): number {
  const [less, more] = bits < decidedBits ? [bits, decidedBits] : [decidedBits, bits]
  return more + Math.log2(1 + 2 ** (less - more))
}

/** One text for a pair in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}

function byTime(a: Decision, b: Decision): number {
  return compareText(a.on, b.on) || compareText(a.id, b.id)
}
