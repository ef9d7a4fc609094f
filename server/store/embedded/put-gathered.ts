import { areNamedAlike, namesOf } from '../../domain/fold-names.ts'
import { type FoldState, mergeStates } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { EpochMs } from '../../domain/units.ts'
import { sortable } from '../sortable.ts'
import type { Database, SqlValue } from './database.ts'
import type { Gathered, GatheredEdge, GatheredNode } from './gathered.ts'
import type { NamesToFind } from './names-to-find.ts'
import { sourceNumber } from './record-sources.ts'

/**
 * Writes records that were never known before, as nearly all of a first load are. Nothing of them has to be taken back, so that every table gets
 * its rows in the order of its keys, many in one statement, with row numbers dealt here. Within a transaction of the caller.
 */
export function putGathered(
  { database, names }: { readonly database: Database; readonly names: NamesToFind },
  gathered: Gathered,
  at: EpochMs,
): void {
  if (gathered.records.length === 0) return
  const first = nextRow(database, 'records')
  putRecords(database, gathered, first, at)
  database.insertAll(
    'INSERT OR IGNORE INTO about (key, record)',
    gathered.about.map(([key, record]) => [key, first + record]),
  )
  const isNew = putNodes({ database, names }, gathered.nodes, first)
  putEdges(database, gathered.edges, first, isNew)
}

function nextRow(database: Database, table: 'records' | 'nodes' | 'edges'): number {
  const found = database.get<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`)
  return (found?.last ?? 0) + 1
}

function putRecords(
  database: Database,
  { source, records }: Gathered,
  first: number,
  at: EpochMs,
): void {
  const number = sourceNumber(database, source)
  database.insertAll(
    'INSERT INTO records (id, hash, source, row, kind, loaded_at, put_at)',
    records.map(([hash, row, kind], place) => {
      return [first + place, Buffer.from(hash, 'hex'), number, row, kind, at, at]
    }),
  )
  database.insertAll(
    'INSERT INTO record_texts (id, body, facts)',
    records.map(([, , , body, said], place) => [first + place, body, said]),
  )
}

interface Stood {
  readonly id: number
  readonly place: number
  readonly state: string
}

/** Answers which nodes stood nowhere before. */
function putNodes(
  { database, names }: { readonly database: Database; readonly names: NamesToFind },
  nodes: readonly GatheredNode[],
  first: number,
): ReadonlySet<NodeKey> {
  const keys = JSON.stringify(nodes.map(([key]) => key))
  const stood = database.all<Stood>(
    `SELECT nodes.id AS id, asked.key AS place, state FROM json_each($keys) AS asked
     CROSS JOIN nodes ON nodes.key = asked.value`,
    { keys },
  )
  const settled = settle(nodes, stood, { next: nextRow(database, 'nodes'), first })
  database.insertAll(
    'INSERT INTO nodes (id, key, state)',
    settled.fresh.map(({ row, thing: [key, state] }) => [row, key, state]),
  )
  database.runAll('UPDATE nodes SET state = ? WHERE id = ?', settled.changed)
  putSaid(database, 'node_said', settled.said)
  for (const { row, thing } of settled.fresh) names.add(row, thing[0], thing[3])
  for (const { row, thing, state, before } of settled.merged) {
    const [key] = thing
    if (!areNamedAlike(key, before, state)) names.change(row, key, namesOf(key, state))
  }
  return new Set(settled.fresh.map(({ thing: [key] }) => key))
}

/** A relation that leaves from a node that is new cannot have stood before, so that only the others are looked up. */
function putEdges(
  database: Database,
  edges: readonly GatheredEdge[],
  first: number,
  isNew: ReadonlySet<NodeKey>,
): void {
  const asked = edges.flatMap(([[from, type, to, discriminator]], place) =>
    isNew.has(from) ? [] : [[place, from, type, to, sortable(discriminator)]],
  )
  const stood = database.all<Stood>(
    `SELECT edges.id AS id, asked.value ->> 0 AS place, state FROM json_each($asked) AS asked
     CROSS JOIN edges ON edges.from_key = asked.value ->> 1 AND edges.type = asked.value ->> 2
       AND edges.to_key = asked.value ->> 3 AND edges.sort = asked.value ->> 4`,
    { asked: JSON.stringify(asked) },
  )
  const settled = settle(edges, stood, { next: nextRow(database, 'edges'), first })
  database.insertAll(
    'INSERT INTO edges (id, from_key, type, to_key, discriminator, sort, state)',
    settled.fresh.map(({ row, thing: [[from, type, to, discriminator], state] }) => {
      return [row, from, type, to, discriminator, sortable(discriminator), state]
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
function settle<Thing extends GatheredNode | GatheredEdge>(
  things: readonly Thing[],
  stood: readonly Stood[],
  { next, first }: { readonly next: number; readonly first: number },
) {
  const standing = new Map(stood.map((row) => [row.place, row]))
  const fresh: { row: number; thing: Thing }[] = []
  const merged: { row: number; thing: Thing; state: FoldState; before: FoldState }[] = []
  const changed: SqlValue[][] = []
  const said: [number, number][] = []
  things.forEach((thing, place) => {
    const [, state, records] = thing
    const known = standing.get(place)
    const row = known?.id ?? next + fresh.length
    for (const record of records) said.push([row, first + record])
    if (known === undefined) {
      fresh.push({ row, thing })
      return
    }
    if (known.state === state) return
    const before = JSON.parse(known.state) as FoldState
    const after = mergeStates(before, JSON.parse(state) as FoldState)
    const written = JSON.stringify(after)
    if (written === known.state) return
    merged.push({ row, thing, state: after, before })
    changed.push([written, row])
  })
  return { fresh, merged, changed, said }
}
