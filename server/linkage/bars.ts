import type { LedgerBar } from '../domain/link.ts'
import type { Bits, Days } from '../domain/units.ts'
import { comparePair, rarestShared, sharedWorth } from './compare.ts'
import type { Said } from './dampings.ts'
import { apartDays, bitsAfter } from './decay.ts'
import type { ChannelColumn, RankColumn } from './encode.ts'
import { reasonOf } from './generic-words.ts'
import { at } from './key-column.ts'
import { unknownLevel } from './learn/patterns.ts'
import { ledgerValueOf } from './ledger-value.ts'
import { memories } from './remembering.ts'
import { familyOfLevel, rawBits, type Scale } from './scale.ts'
import { slopeOf } from './slopes.ts'
import { type ChannelWeights, rankOfLevel } from './weights.ts'

/** How two shops compare in one channel. */
export interface Seen {
  readonly column: ChannelColumn
  readonly weights: ChannelWeights
  /** A level of the layout, or `unknownLevel` where nothing counts. */
  readonly level: number
  /** Rank at which they share something, generic or not; −1 where they share nothing. */
  readonly rank: number
  /** Of the rarest shared key at that rank. */
  readonly code: number
  readonly generic: boolean
  /** log2(m/u). */
  readonly raw: number
  /** The same if both had the value at one time. */
  readonly fresh: number
  /** Days for which nobody was seen to have what both have. */
  readonly apart: number
  readonly slope: number
}

/**
 * The comparison of one pair in every channel; the same numbers as all pairs get at once. A channel in which two shops differ, and share a value that says
 * nothing, comes twice: what they differ in, and what they share.
 */
export function seeAll(
  columns: readonly ChannelColumn[],
  { channels, slopes }: Scale,
  a: number,
  b: number,
): Seen[] {
  const all: Seen[] = []
  for (const [index, column] of columns.entries()) {
    const weights = channels[index] as ChannelWeights
    const slope = slopeOf(slopes, column.rule.channel)
    const own = seeOne({ column, weights, slope }, a, b)
    const beside = own.rank < 0 ? sharedInVain(own, a, b) : undefined
    if (beside === undefined || own.level !== unknownLevel) all.push(own)
    if (beside !== undefined) all.push(beside)
  }
  return all
}

/** Each written out whole, as a ledger's fifteen are made for every link. */
function seeOne(
  { column, weights, slope }: Pick<Seen, 'column' | 'weights' | 'slope'>,
  a: number,
  b: number,
): Seen {
  const { level, worth } = comparePair(column, a, b)
  const rank = rankOfLevel(column.layout, level)
  const nothing = { level, rank: -1, code: -1, generic: false, raw: 0, fresh: 0, apart: 0 }
  if (level === unknownLevel) return { column, weights, slope, ...nothing }
  const fresh = rawBits(column, weights, level, worth)
  const apart = rank < 0 ? 0 : apartDays(column, a, b)
  const raw = bitsAfter(column, level, fresh, apart)
  const code = codeAt(column.ranks, rank, a, b)
  return { column, weights, slope, level, rank, code, generic: false, raw, fresh, apart }
}

/** What two shops share although it says nothing; undefined where there is none. */
function sharedInVain({ column, weights, slope }: Seen, a: number, b: number): Seen | undefined {
  const { ranks, whole = ranks } = column
  let rank = 0
  while (rank < whole.length && 0 <= sharedWorth(whole[rank] as RankColumn, a, b)) rank++
  if (rank === whole.length) return undefined
  const shared = { level: unknownLevel, rank, code: codeAt(whole, rank, a, b), generic: true }
  return { column, weights, slope, ...shared, raw: 0, fresh: 0, apart: 0 }
}

function codeAt(ranks: readonly RankColumn[], rank: number, a: number, b: number): number {
  return rank < 0 ? -1 : rarestShared(ranks[rank] as RankColumn, a, b)
}

/** Whether there is anything to tell: a channel that one side has no value in is only listed as unknown. */
export function isTold({ level, generic }: Seen): boolean {
  return level !== unknownLevel || generic
}

/** What one channel adds, with both literal values, as the ledger keeps it. */
export function barOf(
  seen: Seen,
  a: number,
  b: number,
  { damping, alone }: { readonly damping: number; readonly alone?: number | undefined },
): LedgerBar {
  const { column, weights, level, rank, code, generic, raw, fresh, apart, slope } = seen
  const { channel } = column.rule
  const shared = column.ranks[rank]
  const key = shared === undefined ? undefined : { rank, code, text: shared.texts[code] ?? '' }
  const m = level === unknownLevel ? 1 : at(weights.m, level)
  const why = shared?.generics?.get(code)
  // Keys in order, so that a store writes the bar down as it stands.
  return {
    a: ledgerValueOf(column, a, key),
    ...(alone !== undefined && 0 < raw && { alone }),
    ...(raw < fresh && { apartBits: (raw - fresh) as Bits, apartDays: apart as Days }),
    b: ledgerValueOf(column, b, key),
    beta: slope,
    bits: (raw * slope * damping) as Bits,
    channel,
    damping,
    family: familyOfLevel(column, level),
    generic,
    ...(generic && why !== undefined && { genericness: why }),
    holders: shared === undefined ? 1 : at(shared.holders, code),
    ...(shared && { innocent: innocentTold(shared, code, generic) }),
    level: shared?.level.name ?? 'differ',
    m,
    rawBits: raw as Bits,
    u: m / 2 ** raw,
  }
}

/** What a channel says before families are damped. */
export function saidBy({ column, level, raw, slope }: Seen): Said {
  return {
    channel: column.rule.channel,
    family: familyOfLevel(column, level),
    bits: raw * slope,
  }
}

/** By key and whether it says nothing; a store tells the same of a key in the ledgers of all its holders. */
const innocents = memories<RankColumn, string>()

function innocentTold(shared: RankColumn, code: number, generic: boolean): string {
  return innocents(shared, 2 * code + (generic ? 1 : 0), (place) =>
    innocentOf(shared, place >> 1, (place & 1) === 1),
  )
}

function innocentOf(
  { level, holders, groups, generics }: RankColumn,
  code: number,
  generic: boolean,
): string {
  const why = generics?.get(code)
  const shops = at(holders, code)
  const apart = at(groups, code)
  if (generic && why !== undefined && why.reason !== 'holders')
    return `${reasonOf(why)}, so it counts for nothing: ${level.innocent}`
  if (generic) return `held by ${shops} shops, so it counts for nothing: ${level.innocent}`
  if (shops <= 2) return `nobody else here holds it; ${level.innocent} would look the same`
  if (apart === 1)
    return `${level.innocent}; ${shops} shops here hold it, which other evidence joins`
  return `${level.innocent}; ${shops} shops here hold it, in ${apart} groups that nothing else joins`
}
