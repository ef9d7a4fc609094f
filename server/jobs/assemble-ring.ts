import type { Attribution } from '../domain/attribution.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { Link } from '../domain/link.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Ring } from '../domain/ring.ts'
import { isGeneric } from '../linkage/generic.ts'
import type { GraphReads, RecordReads, Runs } from '../store/port.ts'
import { eventKinds, recordsAboutShops } from './about.ts'
import { collect } from './collect.ts'
import { countHolders } from './holders.ts'
import { collectNeighbours } from './neighbourhood.ts'
import { linkMinimum } from './thresholds.ts'

/** Everything that one ring's picture is drawn from. */
export interface AssembledRing {
  readonly ring: Ring
  readonly nodes: GraphNode[]
  readonly edges: GraphEdge[]
  readonly links: Link[]
  readonly attributions: Attribution[]
  readonly holders: Record<string, number>
  readonly generic: string[]
  readonly events: SourceRecord[]
  readonly omitted: number
}

/** Nodes in one picture at most; what is left out is counted. */
export const pictureBudgetNodes = 2_000

/** Reads one ring of a run with everything around it; undefined when the run has no ring by that id. */
export async function assembleRing(
  store: GraphReads & RecordReads & Runs,
  run: number,
  id: string,
): Promise<AssembledRing | undefined> {
  const ring = await store.ring(run, id)
  if (ring === undefined) return undefined
  const shops = ring.members.map(({ shop }) => shop)
  const attributions = await store.attributions(run, id)
  const paths = attributions.flatMap(({ target, path }) => [
    target,
    ...path.flatMap(({ from, to }) => [from, to]),
  ])
  const { keys, omitted } = await collectNeighbours(store, [...shops, ...paths], shops, {
    budget: pictureBudgetNodes,
  })
  const nodes = await store.nodes(keys)
  const holders = await countHolders(store, nodes)
  const generics = (await store.generics(run))?.values ?? []
  const generic = new Set(generics.map(({ key }) => key))
  const events = await recordsAboutShops(store, shops, eventKinds)
  return {
    ring,
    nodes,
    edges: await store.edgesAmong(keys),
    links: await collect(store.links(run, { shops, minProbability: linkMinimum })),
    attributions,
    holders,
    generic: nodes
      .filter(
        ({ key, kind }) =>
          kind !== 'Shop' && (generic.has(key) || isGeneric(kind, holders[key] ?? 0)),
      )
      .map(({ key }) => key),
    events: events.records,
    omitted: omitted + events.omitted,
  }
}
