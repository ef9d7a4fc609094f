import type { EdgeStatement } from '../../domain/fact.ts'
import { areNamedAlike } from '../../domain/fold-names.ts'
import { edgeState, type FoldState, mergeStates, nodeState } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { EpochMs } from '../../domain/units.ts'
import { type EdgeId, edgeIdentity } from '../edge-id.ts'
import { sortable } from '../sortable.ts'
import type { WrittenFacts } from '../written-facts.ts'
import type { Database, SqlValue } from './database.ts'
import type { NamesToFind } from './names-to-find.ts'
import { othersAbout } from './packed-facts.ts'
import { sourceNumber } from './record-sources.ts'

/** A node or relation that new records speak of. */
interface Spoken<Id> {
  readonly id: Id
  state: FoldState
  /** Row numbers of these records, each once. */
  readonly records: number[]
}

/**
 * Writes records of one source that were never known before, as nearly all of a first load are. Nothing of them has to be taken back, so that every table gets
 * its rows in the order of its keys, many in one statement, with row numbers dealt here. Within a transaction of the caller.
 */
export function putNewRecords(
  { database, names }: { readonly database: Database; readonly names: NamesToFind },
  batch: readonly WrittenFacts[],
  at: EpochMs,
): void {
  const first = nextRow(database, 'records')
  const nodes = new Map<NodeKey, Spoken<NodeKey>>()
  const edges = new Map<string, Spoken<EdgeId>>()
  const about: [NodeKey, number][] = []
  batch.forEach(({ facts }, place) => {
    const record = first + place
    for (const node of facts.nodes) speak(nodes, node.key, node.key, nodeState(node), record)
    for (const edge of facts.edges) {
      speak(edges, edgeIdentity(edge), edgeIdOf(edge), edgeState(edge), record)
    }
    for (const key of othersAbout(facts)) about.push([key, record])
  })
  putRecords(database, batch, first, at)
  about.sort(([a], [b]) => byText(a, b))
  database.insertAll('INSERT OR IGNORE INTO about (key, record)', about)
  const isNew = putNodes(database, names, inOrder(nodes))
  putEdges(database, inOrder(edges), isNew)
}

function edgeIdOf({ from, type, to, discriminator }: EdgeStatement): EdgeId {
  return { from, type, to, discriminator }
}

function speak<Name, Id>(
  spoken: Map<Name, Spoken<Id>>,
  name: Name,
  id: Id,
  state: FoldState,
  record: number,
): void {
  const before = spoken.get(name)
  if (before === undefined) {
    spoken.set(name, { id, state, records: [record] })
    return
  }
  before.state = mergeStates(before.state, state)
  if (before.records.at(-1) !== record) before.records.push(record)
}

/** Neighbours in an index are then written one after the other, and each of its pages once. */
function inOrder<Name extends string, Id>(spoken: ReadonlyMap<Name, Spoken<Id>>): Spoken<Id>[] {
  return [...spoken].sort(([a], [b]) => byText(a, b)).map(([, thing]) => thing)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}

function nextRow(database: Database, table: 'records' | 'nodes' | 'edges'): number {
  const found = database.get<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`)
  return (found?.last ?? 0) + 1
}

function putRecords(
  database: Database,
  batch: readonly WrittenFacts[],
  first: number,
  at: EpochMs,
): void {
  const [one] = batch
  if (one === undefined) return
  const source = sourceNumber(database, one.facts.record.source)
  database.insertAll(
    'INSERT INTO records (id, hash, source, row, kind, loaded_at, put_at)',
    batch.map(({ facts: { record } }, place) => {
      const { hash, row, kind } = record
      return [first + place, Buffer.from(hash, 'hex'), source, row, kind, at, at]
    }),
  )
  database.insertAll(
    'INSERT INTO record_texts (id, body, facts)',
    batch.map(({ body, said }, place) => [first + place, body, said]),
  )
}

interface Stood {
  readonly id: number
  readonly place: number
  readonly state: string
}

/** Answers which nodes stood nowhere before. */
function putNodes(
  database: Database,
  names: NamesToFind,
  nodes: readonly Spoken<NodeKey>[],
): ReadonlySet<NodeKey> {
  const keys = JSON.stringify(nodes.map(({ id }) => id))
  const stood = database.all<Stood>(
    `SELECT nodes.id AS id, asked.key AS place, state FROM json_each($keys) AS asked
     CROSS JOIN nodes ON nodes.key = asked.value`,
    { keys },
  )
  const settled = settle(nodes, stood, nextRow(database, 'nodes'))
  database.insertAll(
    'INSERT INTO nodes (id, key, state)',
    settled.fresh.map(({ row, id, state }) => [row, id, JSON.stringify(state)]),
  )
  database.runAll('UPDATE nodes SET state = ? WHERE id = ?', settled.changed)
  putSaid(database, 'node_said', settled.said)
  for (const { row, id, state } of settled.fresh) names.add(row, id, state)
  for (const { row, id, state, before } of settled.merged) {
    if (!areNamedAlike(id, before, state)) names.change(row, id, state)
  }
  return new Set(settled.fresh.map(({ id }) => id))
}

/** A relation that leaves from a node that is new cannot have stood before, so that only the others are looked up. */
function putEdges(
  database: Database,
  edges: readonly Spoken<EdgeId>[],
  isNew: ReadonlySet<NodeKey>,
): void {
  const asked = edges.flatMap(({ id }, place) =>
    isNew.has(id.from) ? [] : [[place, id.from, id.type, id.to, sortable(id.discriminator)]],
  )
  const stood = database.all<Stood>(
    `SELECT edges.id AS id, asked.value ->> 0 AS place, state FROM json_each($asked) AS asked
     CROSS JOIN edges ON edges.from_key = asked.value ->> 1 AND edges.type = asked.value ->> 2
       AND edges.to_key = asked.value ->> 3 AND edges.sort = asked.value ->> 4`,
    { asked: JSON.stringify(asked) },
  )
  const settled = settle(edges, stood, nextRow(database, 'edges'))
  database.insertAll(
    'INSERT INTO edges (id, from_key, type, to_key, discriminator, sort, state)',
    settled.fresh.map(({ row, id, state }) => {
      const { from, type, to, discriminator } = id
      return [row, from, type, to, discriminator, sortable(discriminator), JSON.stringify(state)]
    }),
  )
  database.runAll('UPDATE edges SET state = ? WHERE id = ?', settled.changed)
  putSaid(database, 'edge_said', settled.said)
}

function putSaid(database: Database, table: 'node_said' | 'edge_said', pairs: [number, number][]) {
  pairs.sort(([a, x], [b, y]) => a - b || x - y)
  database.insertAll(`INSERT OR IGNORE INTO ${table} (thing, record)`, pairs)
}

/** Gives new things their row numbers, and folds the others into what stands. */
function settle<Id>(spoken: readonly Spoken<Id>[], stood: readonly Stood[], next: number) {
  const standing = new Map(stood.map((row) => [row.place, row]))
  const fresh: { row: number; id: Id; state: FoldState }[] = []
  const merged: { row: number; id: Id; state: FoldState; before: FoldState }[] = []
  const changed: SqlValue[][] = []
  const said: [number, number][] = []
  spoken.forEach(({ id, state, records }, place) => {
    const known = standing.get(place)
    const row = known?.id ?? next + fresh.length
    for (const record of records) said.push([row, record])
    if (known === undefined) {
      fresh.push({ row, id, state })
      return
    }
    const before = JSON.parse(known.state) as FoldState
    const after = mergeStates(before, state)
    const written = JSON.stringify(after)
    if (written === known.state) return
    merged.push({ row, id, state: after, before })
    changed.push([written, row])
  })
  return { fresh, merged, changed, said }
}
