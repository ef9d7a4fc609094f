import type { Decision } from '../domain/decision.ts'
import type { Channel, Ledger, LedgerBar } from '../domain/link.ts'
import { type Bits, bitsToProbability, type Probability } from '../domain/units.ts'
import { barOf, isTold, saidBy, seeAll } from './bars.ts'
import { controllerCeiling, underCeiling } from './ceiling.ts'
import { dampings, loneFamily } from './dampings.ts'
import { decisionBits } from './decisions.ts'
import type { Encoded } from './encode.ts'
import type { Model } from './model.ts'
import type { PairGap } from './pair-gaps.ts'
import { bitsOfTime } from './scale.ts'
import { offsetOf } from './slopes.ts'
import { standsOn } from './stands-on.ts'
import type { SupplyOutcome } from './stated-dealers.ts'
import type { Third } from './surest-third.ts'
import { untiedBits } from './untied.ts'

export interface Weighing {
  readonly model: Model
  readonly gap: PairGap | undefined
  readonly together: boolean
  readonly decisions: readonly Decision[]
  readonly supply: SupplyOutcome
  readonly third?: Third | undefined
  readonly untied?: boolean | undefined
  /** How the closed shop's return is shared out; absent when no closure precedes an opening. */
  readonly succession?: Ledger['succession']
  readonly threshold: number
}

/** The whole reason for one pair: every channel with both literal values, and the sum. Nothing is left to be worked out elsewhere. */
export function explain(
  encoded: Encoded,
  a: number,
  b: number,
  {
    model,
    gap,
    together,
    decisions,
    supply,
    third,
    untied = false,
    succession,
    threshold,
  }: Weighing,
): Ledger {
  const seen = seeAll(encoded.columns, model, a, b)
  const told = seen.filter(isTold)
  const said = told.map(saidBy)
  const damping = dampings(said, model.dampings)
  const lone = loneFamily(said, model.dampings)
  const bars = told.map((own, n) => {
    const alone = said[n]?.family === lone?.family ? lone?.factor : undefined
    return barOf(own, a, b, { damping: damping[n] ?? 1, alone })
  })
  const { prior } = model
  const timeBits = bitsOfTime(model, gap, together) as Bits
  const evidence = prior + sum(bars) + timeBits
  const offset = offsetOf(model.slopes, prior)
  const decided = decisionBits(decisions, evidence + offset) as Bits
  const whole = evidence + offset + decided
  const own = underCeiling(controllerCeiling, whole)
  const ceiling = (own - whole) as Bits
  const taken = (bits: number) => (untied ? untiedBits(model.taken, bits) : 0)
  const total = (third?.bits ?? own + taken(own)) as Bits
  const base = prior + timeBits + offset + decided
  const reaches = (channels: number) =>
    threshold <= bitsToProbability(base + channels + taken(base + channels))
  // Keys in order, so that a store writes the ledger down as it stands.
  return {
    bars,
    calibration: {
      bits: (offset + decided + ceiling) as Bits,
      ...(ceiling !== 0 && { ceiling }),
      ...(decided !== 0 && { decided }),
      labels: model.slopes.labels,
      model: model.name,
    },
    decisions: [...decisions],
    ...(gap && { gap: timeBar(gap, timeBits) }),
    prior: { bits: prior, oneIn: Math.round(1 + 2 ** -prior) },
    probability: bitsToProbability(total),
    standsOn: standsOn(said, model.dampings, reaches),
    ...(succession && { succession }),
    ...((0 < supply.bits || supply.stated !== undefined) && { supply: suppliedBy(supply, bars) }),
    ...(third && { through: throughOf(encoded, third, (total - own) as Bits) }),
    ...(together && { together: { bits: timeBits } }),
    total,
    ...(untied && { untied: { bits: taken(own) as Bits } }),
    unknown: seen.filter((own) => !isTold(own)).map(({ column }) => column.rule.channel),
  }
}

function throughOf({ shops }: Encoded, { shop, a, b }: Third, bits: Bits): Ledger['through'] {
  const node = shops[shop]
  return { a, b, bits, name: node?.name ?? '', shop: node?.key ?? '' }
}

function suppliedBy(supply: SupplyOutcome, bars: readonly LedgerBar[]): Ledger['supply'] {
  return {
    bits: supply.bits as Bits,
    imitation: supply.stated === undefined && isImitation(bars),
    probability: supply.probability as Probability,
    ...(supply.stated !== undefined && { stated: supply.stated }),
  }
}

/** A stranger who copies a known seller's public face has its name, pictures or titles, and nothing else of it. */
function isImitation(bars: readonly LedgerBar[]): boolean {
  const agreeing = bars.filter(
    ({ bits, generic, level }) => 0 < bits && !generic && level !== 'differ',
  )
  const named = agreeing.some(({ channel, level }) => channel === 'name' && level === 'same')
  return named && agreeing.every(({ family }) => family === 'catalogue')
}

/** Channels that speak for one controller, strongest first. */
export function supporting(bars: readonly LedgerBar[]): Channel[] {
  return bars
    .filter(({ bits }) => 0 < bits)
    .toSorted((x, y) => y.bits - x.bits)
    .map(({ channel }) => channel)
}

function sum(bars: readonly LedgerBar[]): number {
  return bars.reduce((total, { bits }) => total + bits, 0)
}

function timeBar({ closed, opened, begunBy, days }: PairGap, bits: Bits): Ledger['gap'] {
  return { begunBy, bits, closed, days, opened }
}
