import type { NodeAnswer } from '../../contract/graph.ts'
import type { GraphNode } from '../../domain/graph.ts'
import type { SourceRecord } from '../../domain/record.ts'
import type { PlacesFound } from '../../jobs/places.ts'
import type { Page } from '../../store/port.ts'

/** One thing with the records behind it, and how many of them found no room. */
export function presentNode(
  node: GraphNode,
  {
    ring,
    holders,
    records,
    about,
    places,
    indicators,
  }: {
    readonly ring: string | undefined
    readonly holders: number | undefined
    readonly records: readonly SourceRecord[]
    readonly about: Page<SourceRecord>
    readonly places: PlacesFound
    readonly indicators: NodeAnswer['indicators']
  },
): NodeAnswer {
  return {
    node,
    ...(ring !== undefined && { ring }),
    ...(holders !== undefined && { holders }),
    ...(indicators !== undefined && { indicators }),
    records: [...records],
    about: [...about.items],
    omitted: node.records.length - records.length + about.total - about.items.length,
    places: [...places.items],
    placesOmitted: places.omitted,
  }
}
