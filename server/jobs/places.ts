import type { EdgeType, GraphEdge, GraphNode } from '../domain/graph.ts'
import type { PlaceFacts } from '../domain/place.ts'
import type { RecordKind, SourceRecord } from '../domain/record.ts'
import type { RunSupply } from '../domain/run-supply.ts'
import type { SamePlaces } from '../linkage/identities/same-places.ts'
import type { Direction, GraphReads, RecordReads } from '../store/port.ts'
import { placesOf } from '../trace/places.ts'

/** Where something is and what is done there. */
export interface PlacesFound {
  readonly items: readonly PlaceFacts[]
  /** Relations and records beyond those that were read. */
  readonly omitted: number
}

type Reads = Pick<GraphReads, 'nodes' | 'neighbourKeys' | 'edgesAmong'> &
  Pick<RecordReads, 'recordsAbout'>

/** Of one node, so that a parcel center of strangers cannot fill an answer. */
const most = { homes: 50, relations: 500, tenants: 20, records: 1_000 }

/** Which nodes a run takes for one place; none for runs that do not say. */
export function placesInRun(supply: RunSupply | undefined): SamePlaces {
  const clusters = supply?.places ?? []
  return {
    others: new Map(clusters.map(({ key, others }) => [key, others])),
    standsFor: new Map(
      clusters.flatMap(({ key, others }) =>
        [key, ...others.map((other) => other.key)].map((member) => [member, key] as const),
      ),
    ),
  }
}

/** The places where a factory, an identity or an address on parcels is, or the place itself, as all current records tell; none for other kinds. */
export async function findPlaces(
  store: Reads,
  { key, kind }: GraphNode,
  places: SamePlaces,
): Promise<PlacesFound> {
  if (!located.has(kind)) return { items: [], omitted: 0 }
  const read = reading(store)
  const homes = await read.edges(key, 'AT', 'out', most.homes)
  const sites = [key, ...homes.map(({ to }) => to)].filter((site) => /^(place|origin):/u.test(site))
  for (const site of new Set(sites.flatMap((one) => together(one, places)))) await read.site(site)
  const { nodes, edges, records, omitted } = read.taken()
  const known = new Map((await store.nodes(nodes)).map((node) => [node.key, node]))
  return { items: placesOf({ nodes: known, edges, records, places })(key), omitted }
}

const located: ReadonlySet<GraphNode['kind']> = new Set(['Place', 'Origin', 'Factory', 'Identity'])

function together(key: string, { standsFor, others }: SamePlaces): string[] {
  const first = standsFor.get(key)
  return first === undefined ? [key] : [first, ...(others.get(first) ?? []).map((one) => one.key)]
}

/** Reads what is around sites, each relation and record once. */
function reading(store: Reads) {
  const nodes = new Set<string>()
  const edges = new Map<string, GraphEdge>()
  const records = new Map<string, SourceRecord>()
  let omitted = 0
  const readEdges = async (key: string, type: EdgeType, direction: Direction, limit: number) => {
    nodes.add(key)
    const { items, total } = await store.neighbourKeys(key, { type, direction, limit })
    omitted += total - items.length
    const whole = await store.edgesAmong([key, ...items], direction === 'out' ? [key] : items)
    const own = direction === 'out' ? 'from' : 'to'
    const found = whole.filter((edge) => edge.type === type && edge[own] === key)
    for (const edge of found) edges.set(`${edge.from}\n${edge.type}\n${edge.to}`, edge)
    return found
  }
  const readRecords = async (key: string, kinds: readonly RecordKind[], limit: number) => {
    const { items, total } = await store.recordsAbout(key, { kinds, limit })
    omitted += total - items.length
    for (const record of items) records.set(record.hash, record)
  }
  return {
    edges: readEdges,
    async site(key: string) {
      const tenants = await readEdges(key, 'AT', 'in', most.relations)
      await readRecords(key, ['place', 'parcel', 'event'], most.records)
      const inside = tenants.map(({ from }) => from)
      for (const tenant of inside.slice(0, most.tenants)) {
        // Whether a visit to somebody was one to this place depends on where else he is.
        await readEdges(tenant, 'AT', 'out', most.homes)
        await readRecords(tenant, ['event'], most.tenants)
      }
      const origins = [key, ...inside].filter((one) => one.startsWith('origin:'))
      for (const origin of origins.slice(0, most.tenants)) {
        await readEdges(origin, 'SHIPS_FROM', 'in', most.relations)
        await readRecords(origin, ['parcel'], most.records)
      }
    },
    taken: () => ({
      nodes: [...nodes],
      edges: [...edges.values()],
      records: [...records.values()],
      omitted,
    }),
  }
}
