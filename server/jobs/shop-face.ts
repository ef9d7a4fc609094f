import type { BareNode, EdgeType } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { IsoDate } from '../domain/units.ts'
import type { Direction, GraphReads, RecordReads } from '../store/port.ts'

/** One shop as its records describe it, without anything that a run derived. */
export interface ShopFace {
  readonly node: BareNode
  readonly values: {
    readonly type: EdgeType
    readonly direction: Direction
    readonly node: Pick<BareNode, 'key' | 'kind' | 'name' | 'properties'>
    readonly firstSeen?: IsoDate | undefined
    readonly lastSeen?: IsoDate | undefined
  }[]
  readonly listings: SourceRecord[]
  readonly omitted: number
}

const valuesPerTypeMax = 20
const listingsMax = 12

export async function shopFace(store: GraphReads & RecordReads, node: BareNode): Promise<ShopFace> {
  const values: ShopFace['values'] = []
  let omitted = 0
  for (const { type, direction, kind, count } of await store.neighbourCounts(node.key)) {
    const query = { type, direction, kind, limit: valuesPerTypeMax }
    const { items } = await store.neighbours(node.key, query)
    omitted += count - items.length
    for (const { edge, node: other } of items) {
      const { key, name, properties } = other
      const { firstSeen, lastSeen } = edge
      values.push({ type, direction, node: { key, kind, name, properties }, firstSeen, lastSeen })
    }
  }
  const about = { kinds: ['listing'] as const, limit: listingsMax }
  const { items: listings, total } = await store.recordsAbout(node.key, about)
  return {
    node,
    values,
    listings: [...listings],
    omitted: omitted + total - listings.length,
  }
}
