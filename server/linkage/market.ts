import { mapped } from '../domain/columns/large-arrays.ts'
import type { Decision } from '../domain/decision.ts'
import { bitsToProbability, type IsoDate, type Probability } from '../domain/units.ts'
import type { Pairs } from './block.ts'
import { controllerCeiling, underCeiling } from './ceiling.ts'
import { decisionBits, pairKey } from './decisions.ts'
import type { Encoded } from './encode.ts'
import type { Hands } from './hands.ts'
import { at } from './key-column.ts'
import type { Model } from './model.ts'
import type { PairGap, PairTimes } from './pair-gaps.ts'
import { bitsOfTime } from './scale.ts'
import { offsetOf } from './slopes.ts'
import { type Dealers, pairNumber, type SupplyOutcome, withStatement } from './stated-dealers.ts'
import { type Candidate, shareReturns } from './succeed.ts'
import { supplyOf } from './supply.ts'
import type { Third } from './surest-third.ts'
import { toldReturn } from './told-return.ts'

/** What all pairs have in common while they are weighed. */
export interface Market {
  readonly encoded: Encoded
  readonly model: Model
  readonly asOf: IsoDate
  readonly decisions: ReadonlyMap<string, readonly Decision[]>
  readonly threshold: Probability
  readonly dealers: Dealers
}

export interface ScoredPair {
  /** Places of the two shops, `a` < `b`. */
  readonly a: number
  readonly b: number
  readonly gap: PairGap | undefined
  /** Whether the two ran side by side. */
  readonly together: boolean
  readonly decisions: readonly Decision[]
  /** Bits of the channels alone. */
  readonly evidenceBits: number
  /** Of one controller. */
  readonly probability: Probability
  /** Of one supply without one controller, and what speaks for it. */
  readonly supply: SupplyOutcome
  /** What made one controller more probable than the two shops' own evidence does. */
  readonly third?: Third
  /** Present where no third shop ties the two, and that made it less probable. */
  readonly untied?: true
}

/** A possible return of a closed shop, with its share against all others. */
export interface Return {
  readonly pair: ScoredPair
  readonly gap: PairGap
  readonly probability: Probability
}

const undecided: readonly Decision[] = []
/** Below it a pair is no rival worth counting, whatever the others say. */
const leastProbability = 0.001
/** Below it one supply is not worth telling. */
const leastSupply = 0.2

/** Pairs that are told, and by whom they are weighed. */
interface Told {
  readonly pairs: Pairs
  readonly lives: PairTimes
  readonly hands: Hands
}

/** Adds decisions to the bits of prior, channels and gap, and drops what can be neither link nor rival, unless it was decided or is to be `kept`. */
export function scoredPairs(
  { encoded, decisions, model, dealers }: Market,
  { pairs, lives: { gapOf, together }, hands }: Told,
  bits: Float64Array,
  kept: ReadonlySet<string>,
): ScoredPair[] {
  const base = model.prior + offsetOf(model.slopes, model.prior)
  const undecidedAll = decisions.size + kept.size === 0
  const decisionsOf = (pair: number) =>
    undecidedAll ? undecided : (decisions.get(keyAt(encoded, pairs, pair)) ?? [])
  const probabilities = mapped(bits, (evidence, pair) => {
    const score = base + evidence
    const sum = score + decisionBits(decisionsOf(pair), score)
    return bitsToProbability(underCeiling(controllerCeiling, sum))
  })
  const supply = supplyOf({ encoded, pairs, hands }, model, probabilities)
  const scored: ScoredPair[] = []
  for (let pair = 0; pair < bits.length; pair++) {
    const own = decisionsOf(pair)
    const probability = at(probabilities, pair) as Probability
    const supplied = withStatement(
      { probability: at(supply.probability, pair), bits: at(supply.bits, pair) },
      probability,
      dealers.get(pairNumber(encoded, at(pairs.left, pair), at(pairs.right, pair))),
    )
    const tells =
      0 < own.length || leastProbability <= probability || leastSupply <= supplied.probability
    if (!tells && !(0 < kept.size && kept.has(keyAt(encoded, pairs, pair)))) continue
    const gap = gapOf(pair)
    const sideBySide = at(together, pair) === 1
    scored.push({
      a: at(pairs.left, pair),
      b: at(pairs.right, pair),
      gap,
      together: sideBySide,
      decisions: own,
      evidenceBits: at(bits, pair) - bitsOfTime(model, gap, sideBySide),
      probability,
      supply: supplied,
    })
  }
  return scored
}

/** All possible returns by the closure they answer, most probable first. */
export function returnsByClosure(
  { model }: Market,
  scored: readonly ScoredPair[],
): ReadonlyMap<string, readonly Return[]> {
  const possible = scored.flatMap((pair) =>
    pair.gap === undefined || pair.probability < leastProbability ? [] : [{ pair, gap: pair.gap }],
  )
  const closures = new Map<string, number>()
  const candidates = possible.map(({ pair, gap }): Candidate => {
    const key = closureKey(gap)
    const closure = closures.get(key) ?? closures.size
    closures.set(key, closure)
    return {
      closure,
      later: gap.to,
      days: gap.days,
      controller: pair.probability,
      evidenceBits: pair.evidenceBits,
    }
  })
  const shares = shareReturns(candidates, model.returnTimes)
  const byClosure = new Map<string, Return[]>()
  for (const [i, own] of possible.entries()) {
    const { pair, gap } = own
    const told = toldReturn(at(shares, i), model.returnTimes) as Probability
    // Written field by field: a copy that gets one more field is laid out for itself alone.
    const answer = { pair, gap, probability: told }
    const group = byClosure.get(closureKey(own.gap))
    if (group === undefined) byClosure.set(closureKey(own.gap), [answer])
    else group.push(answer)
  }
  for (const group of byClosure.values()) group.sort(byProbability)
  return byClosure
}

/** One text for a closure: the shop's place and the day. */
export function closureKey({ from, closed }: PairGap): string {
  return `${from} ${closed}`
}

function byProbability(x: Return, y: Return): number {
  return y.probability - x.probability || x.gap.to - y.gap.to
}

function keyAt({ shops }: Encoded, { left, right }: Pairs, pair: number): string {
  return pairKey(shops[at(left, pair)]?.key ?? '', shops[at(right, pair)]?.key ?? '')
}
