import type { GraphNode } from '../domain/graph.ts'
import type { IsoDate } from '../domain/units.ts'
import { firstActivity } from './activity.ts'
import type { ObservedGraph } from './encode.ts'
import { type ShopTimes, timesOf } from './gap.ts'
import { handoversOf } from './handovers.ts'

/** When each of the shops began and ended, by what was said of it and what it showed by the day of the answer. */
export function shopTimes(
  shops: readonly GraphNode[],
  graph: ObservedGraph,
  asOf: IsoDate,
): readonly ShopTimes[] {
  const active = firstActivity(graph)
  const handovers = handoversOf(graph.edges)
  return shops.map((shop) =>
    timesOf(shop, asOf, { active: active.get(shop.key), handovers: handovers.get(shop.key) }),
  )
}
