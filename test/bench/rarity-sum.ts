import { compareText } from '../../server/domain/canonical.ts'
import type { GraphNode } from '../../server/domain/graph.ts'
import type { Link } from '../../server/domain/link.ts'
import { bitsToProbability, daysBetween, type IsoDate } from '../../server/domain/units.ts'
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
  const shops = evidence.nodes.filter(({ kind }) => kind === 'Shop')
  const threshold = rule.values * Math.log2(shops.length)
  const taken = new Set<string>()
  const links: Link[] = []
  for (const { from, to, sum } of possibleReturns(evidence, shops, rule)) {
    if (taken.has(`from ${from}`) || taken.has(`to ${to}`)) continue
    taken.add(`from ${from}`).add(`to ${to}`)
    const bits = thresholdBits + slope * (sum - threshold)
    const probability = bitsToProbability(bits)
    links.push({ from, to, kind: 'came_back_as', probability, bits } as Link)
  }
  return links
}

interface Possible {
  readonly from: string
  readonly to: string
  readonly sum: number
}

/** The largest sum first. A pair of shops is a number here, the place of the first times how many shops there are, plus that of the other. */
function possibleReturns(
  evidence: Evidence,
  shops: readonly GraphNode[],
  rule: HandRule,
): Possible[] {
  const keys = shops.map(({ key }) => key).toSorted(compareText)
  const places = new Map(keys.map((key, place) => [key, place]))
  const later = laterOf(shops)
  const sums = new Map<number, Map<string, number>>()
  for (const { channel, holders } of sharedValues(evidence)) {
    if (mostHolders(channel, rule) < holders.length) continue
    const bits = Math.log2(shops.length / (holders.length - 1))
    for (const { from, to } of pairsOf(holders, later)) {
      const pair = (places.get(from) ?? 0) * keys.length + (places.get(to) ?? 0)
      const own = sums.get(pair) ?? new Map<string, number>()
      const before = own.get(channel) ?? 0
      const sum = rule.counts === 'every value' ? before + bits : Math.max(before, bits)
      sums.set(pair, own.set(channel, sum))
    }
  }
  return [...sums]
    .toSorted(([a], [b]) => a - b)
    .map(([pair, own]) => ({
      from: keys[Math.floor(pair / keys.length)] ?? '',
      to: keys[pair % keys.length] ?? '',
      sum: [...own.values()].reduce((all, bits) => all + bits, 0),
    }))
    .toSorted((a, b) => b.sum - a.sum)
}

/** How many shops may have a value of the channel before it says nothing. */
function mostHolders(channel: string, { catalogueHolders }: HandRule): number {
  return channel === 'images' || channel === 'titles' ? catalogueHolders : identifierHolders
}

function pairsOf(
  holders: readonly string[],
  later: (from: string, to: string) => boolean,
): { from: string; to: string }[] {
  return holders.flatMap((from) =>
    holders.filter((to) => later(from, to)).map((to) => ({ from, to })),
  )
}

/** Whether `to` may be what `from` came back as: closed, opened after it, and no earlier than the overlap allows. */
function laterOf(shops: readonly GraphNode[]): (from: string, to: string) => boolean {
  const times = new Map(
    shops.map(({ key, lives }) => [
      key,
      { opened: lives[0]?.from, closed: lives.findLast(({ to }) => to !== undefined)?.to },
    ]),
  )
  const before = (opened: IsoDate | undefined, other: IsoDate) =>
    opened === undefined || opened < other
  return (from, to) => {
    const [old, next] = [times.get(from), times.get(to)]
    if (old?.closed === undefined || next?.opened === undefined) return false
    return (
      before(old.opened, next.opened) && -mostOverlapDays <= daysBetween(old.closed, next.opened)
    )
  }
}
