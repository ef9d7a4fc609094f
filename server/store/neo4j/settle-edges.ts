import { edgeOf, edgeState, type FoldState, mergeAll } from '../../domain/fold-state.ts'
import type { Sha256 } from '../../domain/units.ts'
import { type EdgeId, edgeIdentity } from '../edge-id.ts'
import { sortable } from '../sortable.ts'
import type { Touched } from '../touched.ts'
import { readSaid } from '../written-facts.ts'
import { flatProperties } from './flat-properties.ts'
import { createEdges, edgeStates, removeEdges, updateEdges } from './graph-queries.ts'
import { inParts } from './in-parts.ts'
import type { Runner } from './query.ts'
import { factsOfHashes } from './record-queries.ts'
import type { SettledNodes } from './settle-nodes.ts'

type TouchedEdge = Touched<EdgeId, Sha256>

/** Writes every touched relation once, with the records that say so; what nothing is said of leaves the graph. */
export async function settleEdges(
  runner: Runner,
  touched: readonly TouchedEdge[],
  { created, gone }: SettledNodes,
): Promise<void> {
  const kept = touched.filter(({ id }) => !gone.has(id.from) && !gone.has(id.to))
  const isNew = ({ id }: TouchedEdge) => created.has(id.from) || created.has(id.to)
  const before = await standing(
    runner,
    kept.filter((edge) => !isNew(edge)),
  )
  await write(runner, kept, before)
}

interface Before {
  readonly states: FoldState[]
  readonly records: readonly Sha256[]
}

async function write(
  runner: Runner,
  touched: readonly TouchedEdge[],
  before: ReadonlyMap<string, Before>,
): Promise<void> {
  const created: object[] = []
  const updated: object[] = []
  const gone: object[] = []
  for (const edge of touched) {
    const stood = before.get(edgeIdentity(edge.id))
    const states = [...(stood?.states ?? []), ...(edge.state ? [edge.state] : [])]
    if (states.length === 0) {
      if (stood) gone.push(placeOf(edge.id))
      continue
    }
    const records = [...new Set([...(stood?.records ?? []), ...edge.said])].toSorted()
    const properties = edgeProperties(edge.id, mergeAll(states), records)
    const rows = stood ? updated : created
    rows.push({ from: edge.id.from, type: edge.id.type, to: edge.id.to, properties })
  }
  await Promise.all([
    inParts(runner, createEdges, created),
    inParts(runner, updateEdges, updated),
    inParts(runner, removeEdges, gone),
  ])
}

/** What stands of each relation, or, where something was taken back, what its other records say. */
async function standing(runner: Runner, touched: readonly TouchedEdge[]) {
  const edges = new Map(touched.map((edge) => [nameOf(placeOf(edge.id)), edge]))
  const places = touched.map(({ id }) => placeOf(id))
  const before = new Map<string, Before>()
  const afresh = new Set<string>()
  const hashes = new Set<Sha256>()
  for (const row of await inParts(runner, edgeStates, places)) {
    const edge = edges.get(nameOf(row))
    if (edge === undefined) continue
    const records = row.records.filter((hash) => !edge.unsaid.has(hash))
    const kept = edge.unsaid.size === 0
    before.set(edgeIdentity(edge.id), {
      states: kept ? [JSON.parse(row.state) as FoldState] : [],
      records,
    })
    if (kept) continue
    afresh.add(edgeIdentity(edge.id))
    for (const hash of records) hashes.add(hash)
  }
  await foldAfresh(runner, before, afresh, [...hashes])
  return before
}

async function foldAfresh(
  runner: Runner,
  before: ReadonlyMap<string, Before>,
  afresh: ReadonlySet<string>,
  hashes: readonly Sha256[],
): Promise<void> {
  const found = await inParts(runner, factsOfHashes, hashes)
  for (const { facts } of found) {
    for (const statement of readSaid(facts).edges) {
      const identity = edgeIdentity(statement)
      if (afresh.has(identity)) before.get(identity)?.states.push(edgeState(statement))
    }
  }
}

interface EdgePlace {
  readonly from: string
  readonly type: string
  readonly to: string
  readonly sort: string
}

function placeOf({ from, type, to, discriminator }: EdgeId): EdgePlace {
  return { from, type, to, sort: sortable(discriminator) }
}

function nameOf({ from, type, to, sort }: EdgePlace): string {
  return JSON.stringify([from, type, to, sort])
}

/** What is written of a relation; the records sorted. */
export function edgeProperties(id: EdgeId, state: FoldState, records: readonly Sha256[]): object {
  return {
    ...flatProperties(edgeOf(id, state, [])),
    discriminator: id.discriminator,
    _sort: sortable(id.discriminator),
    _state: JSON.stringify(state),
    _records: records,
  }
}
