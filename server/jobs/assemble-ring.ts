import type { Attribution } from '../domain/attribution.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { LeadScope } from '../domain/leads/lead-scope.ts'
import type { Link } from '../domain/link.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Ring } from '../domain/ring.ts'
import type { NarrowRing } from '../leads/scope/narrow-ring.ts'
import { isGeneric } from '../linkage/generic.ts'
import type { GraphReads, RecordReads, Runs } from '../store/port.ts'
import { eventKinds, recordsAboutShops } from './about.ts'
import { countHolders } from './holders.ts'
import { collectNeighbours } from './neighbourhood.ts'
import { ownLinks } from './own-links.ts'

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
  /** Where it is of some of the ring's shops alone. */
  readonly scope?: LeadScope
}

/** A ring as its run has it. */
export interface WholeRing {
  readonly ring: Ring
  readonly attributions: readonly Attribution[]
}

/** Nodes in one picture at most; what is left out is counted. */
export const pictureBudgetNodes = 2_000

/** What the picture of a ring is read from. */
type RingReads = Pick<
  GraphReads,
  'nodes' | 'neighbourCounts' | 'neighbourKeys' | 'edgesAmong' | 'holderCounts'
> &
  Pick<RecordReads, 'recordsAbout'> &
  Pick<Runs, 'ring' | 'attributions' | 'generics' | 'links'>

/** Reads one ring of a run, or what `narrow` leaves of it, with everything around it; undefined when the run has no ring by that id. */
export async function assembleRing(
  store: RingReads,
  run: number,
  id: string,
  narrow: (whole: WholeRing) => Promise<NarrowRing | WholeRing> = async (whole) => whole,
): Promise<AssembledRing | undefined> {
  const found = await store.ring(run, id)
  if (found === undefined) return undefined
  const whole = { ring: found, attributions: await store.attributions(run, id) }
  const { ring, attributions, ...narrowed } = await narrow(whole)
  const shops = ring.members.map(({ shop }) => shop)
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
    ...narrowed,
    nodes,
    edges: await store.edgesAmong(keys),
    links: await ownLinks(store, run, shops),
    attributions: [...attributions],
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
