import { compareText } from '../../server/domain/canonical.ts'
import { growingIntegers, growingNumbers } from '../../server/domain/columns/growing.ts'
import type { GraphNode } from '../../server/domain/graph.ts'
import type { Link } from '../../server/domain/link.ts'
import { bitsToProbability, daysBetween, type IsoDate } from '../../server/domain/units.ts'
import { at } from '../../server/linkage/key-column.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'
import { sharedValues } from './shared-values.ts'

/** What an analyst with a spreadsheet would settle by hand. */
export interface HandRule {
  /** An image or a title's word that more shops have says nothing. */
  readonly catalogueHolders: number
  /** Whether every shared value of a channel counts, or the rarest alone. */
  readonly counts: 'every value' | 'the rarest of a channel'
  /** How many values that nobody else has make a return: the threshold, the same whatever the gap. */
  readonly values: number
}

/** Two rules, settled on the laboratory world with seed 7, where the second is the stronger one, and left alone since. */
export const handRules = {
  'rarity sum': { catalogueHolders: 60, counts: 'the rarest of a channel', values: 1.93 },
  'rarity sum, rare catalogue': { catalogueHolders: 3, counts: 'every value', values: 3 },
} as const satisfies Record<string, HandRule>

/** An identifier that more shops have says nothing. */
const identifierHolders = 60
/** A new shop may have been open so long before the old one closed. */
const mostOverlapDays = 60
/** At the threshold a return is 0.8 likely; from there odds double with every second bit. */
const thresholdBits = 2
const slope = 0.5

/**
 * The yardstick: for every closed shop one later shop, surest first and each used once, by the sum over shared values of log2(N / (D − 1)), where
 * D of N shops have the value. No gap, no near agreement, nothing learned, no rivals. Only exact agreements of the same evidence as ours.
 */
export function raritySum(evidence: Evidence, rule: HandRule): Link[] {
  const shops = evidence.nodes
    .filter(({ kind }) => kind === 'Shop')
    .toSorted((a, b) => compareText(a.key, b.key))
  const keys = shops.map(({ key }) => key)
  const threshold = rule.values * Math.log2(shops.length)
  const { from, to, sum } = possibleReturns(evidence, keys, livesOf(shops), rule)
  const surestFirst = Uint32Array.from(sum.keys()).sort((a, b) => at(sum, b) - at(sum, a) || a - b)
  const left = new Uint8Array(keys.length)
  const taken = new Uint8Array(keys.length)
  const links: Link[] = []
  for (const pair of surestFirst) {
    const [old, next] = [at(from, pair), at(to, pair)]
    if (at(left, old) + at(taken, next) !== 0) continue
    left[old] = 1
    taken[next] = 1
    const bits = thresholdBits + slope * (at(sum, pair) - threshold)
    const ends = { from: keys[old] ?? '', to: keys[next] ?? '' }
    links.push({
      ...ends,
      kind: 'came_back_as',
      probability: bitsToProbability(bits),
      bits,
    } as Link)
  }
  return links
}

/** Pairs of a closed shop and one that it may have come back as, by places in the sorted keys. */
interface Possible {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly sum: Float64Array
}

/** Shop by shop, so that only the pairs themselves are held: a large market has more of them than a Map can hold. */
function possibleReturns(
  evidence: Evidence,
  keys: readonly string[],
  lives: Lives,
  rule: HandRule,
): Possible {
  const values = valuesByShop(evidence, keys, rule)
  const [from, to, sum] = [growingIntegers(), growingIntegers(), growingNumbers()]
  for (const [place, own] of values.entries()) {
    if (own.length === 0 || Number.isNaN(at(lives.closed, place))) continue
    for (const [other, channels] of sumsOf(place, own, lives, rule)) {
      from.push(place)
      to.push(other)
      sum.push([...channels.values()].reduce((all, bits) => all + bits, 0))
    }
  }
  return { from: from.taken(), to: to.taken(), sum: sum.taken() }
}

/** What a closed shop shares with each later one, by channel; in the order of their places. */
function sumsOf(
  place: number,
  values: readonly Rated[],
  lives: Lives,
  rule: HandRule,
): [number, Map<string, number>][] {
  const sums = new Map<number, Map<string, number>>()
  for (const { channel, bits, holders } of values) {
    for (const other of holders) {
      if (!isLater(lives, place, other)) continue
      const own = sums.get(other) ?? new Map<string, number>()
      const before = own.get(channel) ?? 0
      const sum = rule.counts === 'every value' ? before + bits : Math.max(before, bits)
      sums.set(other, own.set(channel, sum))
    }
  }
  return [...sums].toSorted(([a], [b]) => a - b)
}

interface Rated {
  readonly channel: string
  readonly bits: number
  /** Places. */
  readonly holders: Int32Array
}

/** The shared values of every shop that say something, by place. */
function valuesByShop(
  evidence: Evidence,
  keys: readonly string[],
  rule: HandRule,
): readonly Rated[][] {
  const places = new Map(keys.map((key, place) => [key, place]))
  const values: Rated[][] = keys.map(() => [])
  for (const { channel, holders } of sharedValues(evidence)) {
    if (mostHolders(channel, rule) < holders.length) continue
    const bits = Math.log2(keys.length / (holders.length - 1))
    const own = { channel, bits, holders: Int32Array.from(holders, (key) => places.get(key) ?? 0) }
    for (const place of own.holders) values[place]?.push(own)
  }
  return values
}

/** How many shops may have a value of the channel before it says nothing. */
function mostHolders(channel: string, { catalogueHolders }: HandRule): number {
  return channel === 'images' || channel === 'titles' ? catalogueHolders : identifierHolders
}

/** Days since 1970-01-01, by place; NaN where there is none. */
interface Lives {
  readonly opened: Float64Array
  readonly closed: Float64Array
}

function livesOf(shops: readonly GraphNode[]): Lives {
  const day = (date: IsoDate | undefined) =>
    date === undefined ? Number.NaN : daysBetween('1970-01-01' as IsoDate, date)
  return {
    opened: Float64Array.from(shops, ({ lives }) => day(lives[0]?.from)),
    closed: Float64Array.from(shops, ({ lives }) =>
      day(lives.findLast(({ to }) => to !== undefined)?.to),
    ),
  }
}

/** Whether `to` may be what `from` came back as: closed, opened after it, and no earlier than the overlap allows. */
function isLater({ opened, closed }: Lives, from: number, to: number): boolean {
  const own = at(opened, from)
  const next = at(opened, to)
  return (Number.isNaN(own) || own < next) && at(closed, from) - mostOverlapDays <= next
}
