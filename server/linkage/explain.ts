import type { Decision } from '../domain/decision.ts'
import {
  type Channel,
  families,
  type Ledger,
  type LedgerBar,
  type LedgerValue,
} from '../domain/link.ts'
import { type Bits, bitsToProbability } from '../domain/units.ts'
import type { ShopValue } from './channel.ts'
import { type Comparison, compareShops, differs, unknown } from './compare.ts'
import { decisionBits } from './decisions.ts'
import type { ChannelColumn, Encoded, LevelColumn } from './encode.ts'
import { at } from './key-column.ts'
import type { PairGap } from './pair-gaps.ts'
import { chanceOf, priorBits } from './rarity.ts'
import { dampings } from './score.ts'
import { standsOn } from './stands-on.ts'

/** Which weights were used; a run keeps it, so that two runs can be compared. */
export const modelName = 'fixed-weights-1'

export interface Weighing {
  readonly gap: PairGap | undefined
  readonly decisions: readonly Decision[]
  readonly threshold: number
}

/** The whole reason for one pair: every channel with both literal values, and the sum. Nothing is left to be worked out elsewhere. */
export function explain(
  encoded: Encoded,
  a: number,
  b: number,
  { gap, decisions, threshold }: Weighing,
): Ledger {
  const compared = encoded.columns.map((column) => ({
    column,
    seen: compareShops(column, a, b, gap !== undefined),
  }))
  const told = compared.filter(({ seen }) => seen.rank !== unknown)
  const bits = new Map(told.map(({ column, seen }) => [column.rule.channel, seen.bits]))
  const damping = dampings(bits)
  const bars = told.map(({ column, seen }) =>
    barOf(column, seen, a, b, {
      population: encoded.population,
      damping: damping.get(column.rule.channel) ?? 1,
      inSequence: gap !== undefined,
    }),
  )
  const prior = priorBits(encoded.population)
  const evidence = prior + sum(bars) + (gap?.bits ?? 0)
  const calibration = decisionBits(decisions, evidence) as Bits
  const total = (evidence + calibration) as Bits
  return {
    prior: { bits: prior, oneIn: encoded.population },
    bars,
    ...(gap && {
      gap: { closed: gap.closed, opened: gap.opened, days: gap.days, bits: gap.bits as Bits },
    }),
    calibration: { bits: calibration, model: modelName, labels: 0 },
    total,
    probability: bitsToProbability(total),
    unknown: compared
      .filter(({ seen }) => seen.rank === unknown)
      .map(({ column }) => column.rule.channel),
    standsOn: standsOn(bits, prior + (gap?.bits ?? 0), calibration, threshold),
    decisions: [...decisions],
  }
}

/** Channels that speak for one controller, strongest first. */
export function supporting(bars: readonly LedgerBar[]): Channel[] {
  return bars
    .filter(({ bits }) => 0 < bits)
    .toSorted((x, y) => y.bits - x.bits)
    .map(({ channel }) => channel)
}

function barOf(
  column: ChannelColumn,
  seen: Comparison,
  a: number,
  b: number,
  { population, damping, inSequence }: { population: number; damping: number; inSequence: boolean },
): LedgerBar {
  const { channel } = column.rule
  const common = {
    channel,
    family: families[channel],
    rawBits: seen.bits as Bits,
    beta: 1,
    damping,
  }
  const bits = (seen.bits * damping) as Bits
  const level = column.levels[seen.rank]
  if (seen.rank === differs || level === undefined) {
    const m = inSequence ? column.rule.differ.inSequence : column.rule.differ.together
    const values = { a: valueAt(column, a, undefined), b: valueAt(column, b, undefined) }
    return { ...common, level: 'differ', ...values, m, u: 1, holders: 1, generic: false, bits }
  }
  const key = { rank: seen.rank, text: level.texts[seen.code] ?? '' }
  const generic = level.level.genericFrom <= at(level.groups, seen.code)
  return {
    ...common,
    level: level.level.name,
    a: valueAt(column, a, key),
    b: valueAt(column, b, key),
    m: level.level.m,
    u: generic ? level.level.m : chanceOf(level.level, at(level.apart, seen.code), population),
    holders: at(level.holders, seen.code),
    generic,
    bits,
    innocent: innocentOf(level, seen.code, generic),
  }
}

/** The value of a shop that has the shared key; its first one when none is shared. */
function valueAt(
  column: ChannelColumn,
  shop: number,
  key: { rank: number; text: string } | undefined,
): LedgerValue {
  const values = column.values[shop] ?? []
  const has = (value: ShopValue) => {
    const keys = column.rule.keys(value)
    return keys !== undefined && (key === undefined || keys[key.rank]?.includes(key.text) === true)
  }
  const value = values.length === 1 ? values[0] : values.find(has)
  if (value === undefined) throw new Error(`shop ${shop} has no such ${column.rule.channel} value`)
  return {
    literal: value.literal,
    ...(value.key !== undefined && { key: value.key }),
    records: [...value.records],
    ...(value.firstSeen !== undefined && { firstSeen: value.firstSeen }),
    ...(value.lastSeen !== undefined && { lastSeen: value.lastSeen }),
  }
}

function innocentOf(
  { level, holders, groups }: LevelColumn,
  code: number,
  generic: boolean,
): string {
  const shops = at(holders, code)
  const apart = at(groups, code)
  if (generic) return `held by ${shops} shops, so it counts for nothing: ${level.innocent}`
  if (shops <= 2) return `nobody else here holds it; ${level.innocent} would look the same`
  if (apart === 1)
    return `${level.innocent}; ${shops} shops here hold it, which other evidence joins`
  return `${level.innocent}; ${shops} shops here hold it, in ${apart} groups that nothing else joins`
}

function sum(bars: readonly LedgerBar[]): number {
  return bars.reduce((total, { bits }) => total + bits, 0)
}
