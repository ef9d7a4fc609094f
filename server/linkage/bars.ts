import type { LedgerBar, LedgerValue } from '../domain/link.ts'
import type { Bits } from '../domain/units.ts'
import type { ShopValue } from './channel.ts'
import { compareColumn, rarestShared, sharedWorth } from './compare.ts'
import type { Said } from './dampings.ts'
import type { ChannelColumn, RankColumn } from './encode.ts'
import { at } from './key-column.ts'
import { unknownLevel } from './learn/patterns.ts'
import { familyOfLevel, rawBits, type Scale } from './score.ts'
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
  readonly slope: number
}

/** The comparison of one pair in every channel; the same numbers as all pairs get at once. */
export function seeAll(
  columns: readonly ChannelColumn[],
  { channels, slopes }: Scale,
  a: number,
  b: number,
): Seen[] {
  const pair = { left: Int32Array.of(a), right: Int32Array.of(b), keysOmitted: 0 }
  return columns.map((column, index): Seen => {
    const weights = channels[index] as ChannelWeights
    const { level, worth } = compareColumn(column, pair)
    const own = at(level, 0)
    const known = at(column.known, a) + at(column.known, b) === 2
    const generic = own === unknownLevel && known
    const rank = generic ? genericRank(column, a, b) : rankOfLevel(column.layout, own)
    return {
      column,
      weights,
      level: own,
      rank,
      code: rank < 0 ? -1 : rarestShared(column.ranks[rank] as RankColumn, a, b),
      generic,
      raw: own === unknownLevel ? 0 : rawBits(column, weights, own, at(worth, 0)),
      slope: slopeOf(slopes, column.rule.channel),
    }
  })
}

/** Whether there is anything to tell: a channel that one side has no value in is only listed as unknown. */
export function isTold({ level, generic }: Seen): boolean {
  return level !== unknownLevel || generic
}

/** What one channel adds, with both literal values, as the ledger keeps it. */
export function barOf(seen: Seen, a: number, b: number, damping: number): LedgerBar {
  const { column, weights, level, rank, code, generic, raw, slope } = seen
  const { channel } = column.rule
  const shared = column.ranks[rank]
  const key = shared === undefined ? undefined : { rank, code, text: shared.texts[code] ?? '' }
  const m = level === unknownLevel ? 1 : at(weights.m, level)
  return {
    channel,
    family: familyOfLevel(column, level),
    level: shared?.level.name ?? 'differ',
    a: valueAt(column, a, key),
    b: valueAt(column, b, key),
    m,
    u: m / 2 ** raw,
    holders: shared === undefined ? 1 : at(shared.holders, code),
    generic,
    rawBits: raw as Bits,
    beta: slope,
    damping,
    bits: (raw * slope * damping) as Bits,
    ...(shared && { innocent: innocentOf(shared, code, generic) }),
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

function genericRank({ ranks }: ChannelColumn, a: number, b: number): number {
  return ranks.findIndex((rank) => sharedWorth(rank, a, b) < 0)
}

interface SharedKey {
  readonly rank: number
  readonly code: number
  readonly text: string
}

/** The value of a shop that has the shared key; its first one when none is shared. */
function valueAt(column: ChannelColumn, shop: number, key: SharedKey | undefined): LedgerValue {
  if (column.rule.catalogue !== undefined) return listedValue(column, shop, key?.code)
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

/** What a listing shows: the shared picture or title, or an example of what the other shop does not show. */
function listedValue(
  { tokens, ranks }: ChannelColumn,
  shop: number,
  code: number | undefined,
): LedgerValue {
  const example = code === undefined ? undefined : tokens?.exampleOf(code, shop)
  if (example !== undefined) return { literal: example.literal, records: [example.record] }
  const starts = ranks[0]?.starts ?? new Int32Array(shop + 2)
  const own = tokens?.exampleOf(at(ranks[0]?.codes ?? starts, at(starts, shop)), shop)
  return { literal: own?.literal ?? '', records: own === undefined ? [] : [own.record] }
}

function innocentOf(
  { level, holders, groups }: RankColumn,
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
