import type { Attribution } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { Flow, SiteSeen } from '../domain/flow.ts'
import type { BareNode, GraphEdge } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { GraphReads, RecordReads, Runs } from '../store/port.ts'
import { factoriesNamed } from '../trace/factories-named.ts'
import { evidenceCited } from './evidence-grades.ts'
import { originsByRecord, parcelFlows } from './flow-parcels.ts'
import { collectNeighbours } from './neighbourhood.ts'
import { oneFactory, withOneFactory } from './one-factory.ts'

/** How goods of one ring moved, with the nodes that the flows join. */
export interface RingFlows {
  readonly flows: Flow[]
  readonly sites: SiteSeen[]
  readonly nodes: BareNode[]
  readonly standings: GraphEdge[]
  readonly parcels: number
  readonly omitted: number
}

/** Sites in one answer at most; what is left out is counted. */
const budgetNodes = 2_000
/** Records read about one shop or site, so that a parcel center of strangers cannot fill an answer. */
const perNodeMax = 2_000

type Reads = GraphReads & RecordReads & Runs

/** Reads the parcels and relations between the factories, origins and places of a ring; undefined when the run has no such ring. */
export async function ringFlows(
  store: Reads,
  run: number,
  id: string,
  grades: ReadonlyMap<string, string>,
): Promise<RingFlows | undefined> {
  const ring = await store.ring(run, id)
  if (ring === undefined) return undefined
  const shops = ring.members.map(({ shop }) => shop)
  const attributions = await store.attributions(run, id)
  const around = await sitesAround(store, attributions, shops)
  const one = oneFactory(attributions)
  const stated = await store.edgesAmong([...shops, ...around.keys])
  const edges = withOneFactory(stated, one)
  const all = await store.bareNodes(around.keys)
  const read = await recordsOf(store, [...shops, ...around.keys.filter(hasParcels)])
  const byParcels = parcelFlows({
    shops,
    edges,
    named: factoriesNamed(stated, new Map(all.map((node) => [node.key, node])), one),
    standsFor: one,
    records: [...read.records.values()],
    originOf: new Map([...read.originOf, ...originsByRecord(edges)]),
  })
  const flows = withStated(byParcels.flows, edges)
  const relations = await recordsOfRelations(store, edges)
  const nodes = all.filter(({ key }) => (one.get(key) ?? key) === key)
  const citing = (key: string) => [
    ...[...(byParcels.naming.get(key) ?? [])].flatMap((hash) => read.records.get(hash) ?? []),
    ...relations(key),
  ]
  return {
    flows,
    sites: nodes
      .filter(({ kind }) => kind !== 'Place')
      .map((node) => seen(node, flows, gradesOf(citing(node.key), grades))),
    nodes,
    standings: edges.filter(({ from, type }) => type === 'AT' && hasParcels(from)),
    parcels: flows.reduce((sum, flow) => sum + parcelsIn(flow), 0),
    omitted: around.omitted + read.omitted,
  }
}

const isSite = (key: string) => /^(origin|factory|place):/u.test(key)
const hasParcels = (key: string) => /^(origin|factory):/u.test(key)

/** What the ring's traces and shops lead to, and the places where that is. */
async function sitesAround(
  store: Reads,
  attributions: readonly Attribution[],
  shops: readonly string[],
) {
  const paths = attributions.flatMap(({ target, path, sameAs = [] }) => [
    target,
    ...sameAs.map(({ key }) => key),
    ...path.flatMap(({ from, to }) => [from, to]),
  ])
  const budget = { budget: budgetNodes }
  const near = await collectNeighbours(store, [...shops, ...paths], shops, budget)
  const sites = near.keys.filter(isSite)
  const beyond = await collectNeighbours(store, sites, sites.filter(hasParcels), budget)
  return {
    keys: beyond.keys.filter(isSite),
    omitted: near.omitted + beyond.omitted,
  }
}

interface ReadRecords {
  readonly records: ReadonlyMap<string, SourceRecord>
  readonly originOf: ReadonlyMap<string, string>
  readonly omitted: number
}

/** Parcels and test buys about the shops and sites, each once, and which origin a parcel names. */
async function recordsOf(store: RecordReads, keys: readonly string[]): Promise<ReadRecords> {
  const records = new Map<string, SourceRecord>()
  const originOf = new Map<string, string>()
  let omitted = 0
  for (const key of keys) {
    const { items, total } = await store.recordsAbout(key, {
      kinds: ['parcel', 'test_buy'],
      limit: perNodeMax,
    })
    for (const record of items) {
      records.set(record.hash, record)
      if (key.startsWith('origin:')) originOf.set(record.hash, key)
    }
    omitted += total - items.length
  }
  return { records, originOf, omitted }
}

/** The same flows with the relations that join a factory to an origin: it ships from there, or both are at one place. */
function withStated(flows: readonly Flow[], edges: readonly GraphEdge[]): Flow[] {
  const merged = new Map(flows.map((flow) => [idOf(flow), flow]))
  for (const relation of statedRelations(edges)) {
    const { from, to, records } = relation
    const known = merged.get(idOf(relation)) ?? emptyFlow(from, to)
    const dates = [known.statedOn, relation.firstSeen].filter((date) => date !== undefined)
    const statedOn = dates.toSorted(compareText)[0]
    merged.set(idOf(relation), {
      ...known,
      stated: known.stated + records.length,
      ...(statedOn !== undefined && { statedOn }),
    })
  }
  return [...merged.values()].toSorted((a, b) => compareText(idOf(a), idOf(b)))
}

function statedRelations(
  edges: readonly GraphEdge[],
): Pick<GraphEdge, 'from' | 'to' | 'records' | 'firstSeen'>[] {
  const fromFactory = edges.filter(({ from }) => from.startsWith('factory:'))
  const shipping = fromFactory.filter(({ type }) => type === 'SHIPS_FROM')
  const origins = edges.filter(({ from, type }) => type === 'AT' && from.startsWith('origin:'))
  const sharing = fromFactory
    .filter(({ type }) => type === 'AT')
    .flatMap((edge) =>
      origins.filter(({ to }) => to === edge.to).map(({ from }) => ({ ...edge, to: from })),
    )
  return [...shipping, ...sharing]
}

function emptyFlow(from: string, to: string): Flow {
  return { from, to, days: [], undated: 0, undatedOfRing: 0, stated: 0, shops: [] }
}

function idOf({ from, to }: Pick<Flow, 'from' | 'to'>): string {
  return JSON.stringify([from ?? '', to])
}

function parcelsIn({ days, undated }: Flow): number {
  return days.reduce((sum, { parcels }) => sum + parcels, undated)
}

/** The records behind what relations say of a site, by its key. */
async function recordsOfRelations(store: RecordReads, edges: readonly GraphEdge[]) {
  const own = edges.filter(({ from }) => hasParcels(from))
  const hashes = [...new Set(own.flatMap(({ records }) => records))].slice(0, perNodeMax)
  const records = new Map((await store.records(hashes)).map((record) => [record.hash, record]))
  return (key: string): SourceRecord[] =>
    own
      .filter(({ from }) => from === key)
      .flatMap((edge) => edge.records.flatMap((hash) => records.get(hash) ?? []))
}

/** Best first: `A1` before `A2` before `B1`. */
function gradesOf(records: readonly SourceRecord[], grades: ReadonlyMap<string, string>): string[] {
  const found = records.flatMap(evidenceCited).map((id) => grades.get(id))
  return [...new Set(found.filter((grade) => grade !== undefined))].toSorted(compareText)
}

function seen(
  { key, firstSeen, lastSeen }: BareNode,
  flows: readonly Flow[],
  grades: string[],
): SiteSeen {
  const days = flows
    .filter(({ from, to }) => from === key || to === key)
    .flatMap((flow) => [
      ...flow.days.map(({ on }) => on),
      ...(flow.statedOn === undefined ? [] : [flow.statedOn]),
    ])
  // A factory's own rows only say that it was known when they were written down; its parcels say when it sent.
  const known = days.length === 0 ? [firstSeen, lastSeen] : days
  const dates = known.filter((date) => date !== undefined).toSorted()
  const [first, last] = [dates[0], dates.at(-1)]
  return {
    key,
    ...(first !== undefined && { firstSeen: first }),
    ...(last !== undefined && { lastSeen: last }),
    grades,
  }
}
