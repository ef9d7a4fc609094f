import { edgeOf, edgeState, type FoldState, mergeAll } from '../../domain/fold-state.ts'
import type { EdgeType } from '../../domain/graph.ts'
import type { Sha256 } from '../../domain/units.ts'
import { type EdgeId, edgeIdentity } from '../edge-id.ts'
import { sortable } from '../sortable.ts'
import type { Touched } from '../touched.ts'
import { readSaid } from '../written-facts.ts'
import { flatProperties } from './flat-properties.ts'
import { createEdges, edgeStates, removeEdges, updateEdges } from './graph-queries.ts'
import { inChunks } from './in-chunks.ts'
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
  for (const type of new Set(kept.map(({ id }) => id.type))) {
    const ofType = kept.filter(({ id }) => id.type === type)
    const before = await standing(
      runner,
      type,
      ofType.filter((edge) => !isNew(edge)),
    )
    await write(runner, type, ofType, before)
  }
}

interface Before {
  readonly states: FoldState[]
  readonly records: readonly Sha256[]
}

async function write(
  runner: Runner,
  type: EdgeType,
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
      if (stood) gone.push(endsOf(edge.id))
      continue
    }
    const properties = edgeProperties(edge, mergeAll(states), stood?.records ?? [])
    const rows = stood ? updated : created
    rows.push({ ...endsOf(edge.id), properties })
  }
  await inChunks(created, (rows) => createEdges.rows(runner, { type, rows }))
  await inChunks(updated, (rows) => updateEdges.rows(runner, { type, rows }))
  await inChunks(gone, (rows) => removeEdges.rows(runner, { type, rows }))
}

/** What stands of each relation, or, where something was taken back, what its other records say. */
async function standing(runner: Runner, type: EdgeType, touched: readonly TouchedEdge[]) {
  const edges = new Map(touched.map((edge) => [placeOf(endsOf(edge.id)), edge]))
  const rows = touched.map(({ id }) => endsOf(id))
  const found = await inChunks(rows, (chunk) => edgeStates.rows(runner, { type, rows: chunk }))
  const before = new Map<string, Before>()
  const afresh = new Set<string>()
  const hashes = new Set<Sha256>()
  for (const row of found) {
    const edge = edges.get(placeOf(row))
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
  const found = await inChunks(hashes, (chunk) => factsOfHashes.rows(runner, { hashes: chunk }))
  for (const { facts } of found) {
    for (const statement of readSaid(facts).edges) {
      const identity = edgeIdentity(statement)
      if (afresh.has(identity)) before.get(identity)?.states.push(edgeState(statement))
    }
  }
}

interface Ends {
  readonly from: string
  readonly to: string
  readonly sort: string
}

function endsOf({ from, to, discriminator }: EdgeId): Ends {
  return { from, to, sort: sortable(discriminator) }
}

/** Within one type. */
function placeOf({ from, to, sort }: Ends): string {
  return JSON.stringify([from, to, sort])
}

function edgeProperties(
  { id, said }: TouchedEdge,
  state: FoldState,
  stood: readonly Sha256[],
): object {
  return {
    ...flatProperties(edgeOf(id, state, [])),
    discriminator: id.discriminator,
    _sort: sortable(id.discriminator),
    _state: JSON.stringify(state),
    _records: [...new Set([...stood, ...said])].toSorted(),
  }
}
