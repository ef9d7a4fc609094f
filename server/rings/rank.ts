import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { RankPart, Ring } from '../domain/ring.ts'
import { daysBetween, type IsoDate } from '../domain/units.ts'
import type { Step } from './steps.ts'

/** What a ring is ranked by. */
export interface Ranked {
  readonly shops: readonly GraphNode[]
  readonly size: number
  readonly live: number
  readonly steps: readonly Step[]
  /** The newest opening or closure in the store: recency is told against it, so that a rank needs no clock. */
  readonly newest: IsoDate | undefined
}

/** A comeback counts half as much for each such stretch that has passed. */
const halfLifeDays = 180

/** The parts of a rank, by permanent code: what is counted, and the points it brings. Absent where there is nothing to count. */
const parts: readonly {
  readonly part: string
  readonly value: (ring: Ranked) => number | undefined
  readonly points: (value: number) => number
}[] = [
  { part: 'live_shops', value: ({ live }) => live, points: (shops) => 2 * shops },
  { part: 'size', value: ({ size }) => size, points: (shops) => shops },
  { part: 'closed_for_counterfeit', value: closures, points: (lives) => 3 * lives },
  { part: 'came_back', value: (ring) => comebacks(ring).size, points: (shops) => 3 * shops },
  {
    part: 'days_since_comeback',
    value: daysSinceComeback,
    points: (days) => 10 * 2 ** (-Math.max(days, 0) / halfLifeDays),
  },
]

/** The stated parts of a ring's rank; points to a hundredth. */
export function rankParts(ring: Ranked): RankPart[] {
  return parts.flatMap(({ part, value, points }) => {
    const counted = value(ring)
    if (counted === undefined) return []
    return [{ part, value: counted, points: Math.round(points(counted) * 100) / 100 }]
  })
}

/** Puts rings in the order of the queue: those with live shops first, then by points, then by id. Total: no two are equal. */
export function ranked(rings: readonly Ring[]): Ring[] {
  return rings
    .toSorted(
      (x, y) =>
        Number(y.live > 0) - Number(x.live > 0) || total(y) - total(x) || compareText(x.id, y.id),
    )
    .map((ring, index) => ({ ...ring, rank: index + 1 }))
}

function total({ parts: stated }: Ring): number {
  return Math.round(stated.reduce((sum, { points }) => sum + 100 * points, 0))
}

function closures({ shops }: Ranked): number {
  return shops.flatMap(({ lives }) => lives).filter(({ ended }) => ended === 'counterfeit').length
}

/** Each shop that continues a closed one, with its opening where known. */
function comebacks({ steps }: Ranked): Map<string, IsoDate | undefined> {
  const returned = steps.flatMap(({ cameBack }) => cameBack ?? [])
  return new Map(returned.map(({ to, ledger }) => [to, ledger.gap?.opened]))
}

function daysSinceComeback(ring: Ranked): number | undefined {
  const openings = [...comebacks(ring).values()].filter((opened) => opened !== undefined)
  const latest = openings.toSorted(compareText).at(-1)
  if (latest === undefined || ring.newest === undefined) return undefined
  return daysBetween(latest, ring.newest)
}
