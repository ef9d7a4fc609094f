import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { LinkOutline } from '../domain/link-outline.ts'
import type { IsoDate } from '../domain/units.ts'
import type { GraphReads, Runs } from '../store/port.ts'
import { givesWay } from './give-way.ts'
import { linkMinimum } from './thresholds.ts'

/** What happened in one month. */
export interface Month {
  /** `2026-03`. */
  readonly month: string
  opened: number
  closed: number
  cameBack: number
}

type Returned = Pick<LinkOutline, 'opened'>

type Counted = Exclude<keyof Month, 'month'>

/** How many lives of shops of a store began and ended in each month, and how many its current run says came back. */
export async function monthsIn(store: GraphReads & Runs): Promise<Month[]> {
  const run = await store.currentRun()
  const returns =
    run === undefined
      ? []
      : store.linkOutlines(run.id, { kind: 'came_back_as', minProbability: linkMinimum })
  return countMonths(store.scanNodes('Shop'), returns)
}

/** How many lives of shops began and ended in each month, and how many closed shops came back; months without any are left out. */
export async function countMonths(
  shops: AsyncIterable<GraphNode> | Iterable<GraphNode>,
  returns: AsyncIterable<Returned> | Iterable<Returned>,
): Promise<Month[]> {
  const months = new Map<string, Month>()
  const count = (date: IsoDate | undefined, what: Counted) => {
    if (date === undefined) return
    const month = date.slice(0, 7)
    const counted = months.get(month) ?? { month, opened: 0, closed: 0, cameBack: 0 }
    months.set(month, counted)
    counted[what] += 1
  }
  const breathe = givesWay()
  for await (const { lives } of shops) {
    for (const { from, to } of lives) {
      count(from, 'opened')
      count(to, 'closed')
    }
    await breathe()
  }
  for await (const { opened } of returns) {
    count(opened, 'cameBack')
    await breathe()
  }
  return [...months.values()].toSorted((a, b) => compareText(a.month, b.month))
}
