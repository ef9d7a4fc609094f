import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { Membership, RankPart, Ring } from '../domain/ring.ts'
import { daysBetween, type IsoDate } from '../domain/units.ts'
import { sellsSafetyGoods } from './rank/safety-goods.ts'
import type { ShopHarm, ShopHarms } from './rank/shop-harm.ts'
import type { Step } from './steps.ts'

/** What a ring is ranked by. */
export interface Ranked {
  readonly shops: readonly GraphNode[]
  readonly size: number
  readonly live: number
  readonly steps: readonly Step[]
  readonly members: readonly Membership[]
  readonly harms: ShopHarms
  /** The newest opening or closure in the store: recency is told against it, so that a rank needs no clock. */
  readonly newest: IsoDate | undefined
}

/** A comeback counts half as much for each such stretch that has passed. */
const halfLifeDays = 180

/**
 * What speaks of harm, by permanent code: what is counted, how much of a weight it brings, and the weight. Absent where there is nothing to count. Numbers that
 * say much the same over and over count by doublings, so that a shop with a hundred complaints does not outweigh a ring of ten live shops by itself.
 */
const harms: readonly {
  readonly part: string
  readonly weight: number
  readonly value: (ring: Ranked) => number | undefined
  readonly counts: (value: number) => number
}[] = [
  { part: 'live_shops', weight: 2, value: ({ live }) => live, counts: asItIs },
  { part: 'size', weight: 1, value: ({ size }) => size, counts: asItIs },
  { part: 'closed_for_counterfeit', weight: 3, value: closures, counts: asItIs },
  { part: 'came_back', weight: 3, value: (ring) => comebacks(ring).size, counts: asItIs },
  {
    part: 'days_since_comeback',
    weight: 10,
    value: daysSinceComeback,
    counts: (days) => 2 ** (-Math.max(days, 0) / halfLifeDays),
  },
  { part: 'complaints', weight: 2, value: sumOf('complaints'), counts: doublings },
  { part: 'test_buys_counterfeit', weight: 5, value: sumOf('counterfeitBuys'), counts: doublings },
  { part: 'test_buys_genuine', weight: -3, value: sumOf('genuineBuys'), counts: doublings },
  { part: 'safety_goods', weight: 2, value: shopsWithSafetyGoods, counts: asItIs },
]

/**
 * The stated parts of a ring's rank: points are weight times what counts, to a millionth, so that a long queue is in an order. The last part, `confidence`, turns harm into what is to be expected:
 * of the sum of the others only the share is left that the shops hang together surely, the mean of their joint probabilities.
 */
export function rankParts(ring: Ranked): RankPart[] {
  const stated = harms.flatMap(({ part, weight, value, counts }) => {
    const counted = value(ring)
    if (counted === undefined) return []
    return [{ part, value: counted, weight, points: rounded(weight * counts(counted)) }]
  })
  const sum = stated.reduce((points, own) => points + own.points, 0)
  const sure = ring.members.reduce((all, { joint }) => all + joint, 0) / ring.members.length
  const confidence = { value: rounded(sure), weight: rounded(sum) }
  return [...stated, { part: 'confidence', ...confidence, points: rounded((sure - 1) * sum) }]
}

/** Puts rings in the order of the queue: those with live shops first, then by points, then by id. Total: no two are equal. */
export function ranked(rings: readonly Ring[]): Ring[] {
  return rings
    .map((ring) => ({ ring, isLive: Number(0 < ring.live), points: total(ring) }))
    .sort((x, y) => y.isLive - x.isLive || y.points - x.points || compareText(x.ring.id, y.ring.id))
    .map(({ ring }, index) => (ring.rank === index + 1 ? ring : { ...ring, rank: index + 1 }))
}

function total({ parts: stated }: Ring): number {
  return Math.round(stated.reduce((sum, { points }) => sum + perPoint * points, 0))
}

const perPoint = 1_000_000

function rounded(value: number): number {
  return Math.round(value * perPoint) / perPoint
}

function asItIs(value: number): number {
  return value
}

function doublings(value: number): number {
  return Math.log2(1 + value)
}

/** Undefined where nothing of the kind is on record: no test buy is not a test buy that found nothing. */
function sumOf(what: keyof ShopHarm): (ring: Ranked) => number | undefined {
  return ({ shops, harms: known }) => {
    if (known.size === 0) return undefined
    const sum = shops.reduce((all, { key }) => all + (known.get(key)?.[what] ?? 0), 0)
    return sum === 0 ? undefined : sum
  }
}

function shopsWithSafetyGoods({ shops }: Ranked): number | undefined {
  return shops.filter(sellsSafetyGoods).length || undefined
}

function closures({ shops }: Ranked): number {
  let count = 0
  for (const { lives } of shops)
    for (const { ended } of lives) if (ended === 'counterfeit') count += 1
  return count
}

/** Each shop that continues a closed one, with its opening where known. */
function comebacks({ steps }: Ranked): Map<string, IsoDate | undefined> {
  const openings = new Map<string, IsoDate | undefined>()
  for (const { cameBack } of steps)
    if (cameBack !== undefined) openings.set(cameBack.to, cameBack.ledger.gap?.opened)
  return openings
}

function daysSinceComeback(ring: Ranked): number | undefined {
  const openings = [...comebacks(ring).values()].filter((opened) => opened !== undefined)
  const latest = openings.toSorted(compareText).at(-1)
  if (latest === undefined || ring.newest === undefined) return undefined
  return daysBetween(latest, ring.newest)
}
