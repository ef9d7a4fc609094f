import { areNamedAlike, namesOf } from '../../domain/fold-names.ts'
import { type FoldState, mergeStates } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { EpochMs } from '../../domain/units.ts'
import { nodeTokens } from '../name-grams.ts'
import { sortable } from '../sortable.ts'
import type { Database, SqlValue } from './database.ts'
import type { FreshNode, Gathered, GatheredEdge, KnownNode } from './gathered.ts'
import type { NamesToFind } from './names-to-find.ts'
import { nextRow } from './next-row.ts'
import { sourceNumber } from './record-sources.ts'

/**
 * Writes records that were never known before, as nearly all of a first load are. Nothing of them has to be taken back, so that every table gets
 * its rows in the order of its keys, many in one statement, with row numbers dealt beforehand. Within a transaction of the caller, who takes it back where this is false: a node
 * that stands in another row than the one that it was given was written to that of another.
 */
export function putGathered(
  { database, names }: { readonly database: Database; readonly names: NamesToFind },
  gathered: Gathered,
  at: EpochMs,
): boolean {
  const { records, about, fresh, known, edges } = gathered
  if (records.length === 0) return true
  const first = nextRow(database, 'records')
  putRecords(database, gathered, first, at)
  database.insertAll(
    'INSERT OR IGNORE INTO about (key, record)',
    about.map(([key, record]) => [key, first + record]),
  )
  putFresh({ database, names }, fresh)
  if (!putKnown({ database, names }, known)) return false
  const said = [...fresh, ...known].map(([row, , , places]) => [row, places] as const)
  putSaid(database, 'node_said', said, first)
  putEdges(database, edges, first, new Set(fresh.map(([, key]) => key)))
  return true
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

interface Writing {
  readonly database: Database
  readonly names: NamesToFind
}

function putFresh({ database, names }: Writing, nodes: readonly FreshNode[]): void {
  database.insertAll(
    'INSERT INTO nodes (id, key, state)',
    nodes.map(([row, key, state]) => [row, key, state]),
  )
  for (const [row, , , , tokens] of nodes) names.add(row, tokens)
}

interface StoodNode {
  readonly id: number
  readonly key: NodeKey
  readonly state: string
}

/** False where another node stands in the row of one. */
function putKnown({ database, names }: Writing, nodes: readonly KnownNode[]): boolean {
  const rows = JSON.stringify(nodes.map(([row]) => row))
  const found = database.all<StoodNode>(
    'SELECT id, key, state FROM nodes WHERE id IN (SELECT value FROM json_each($rows))',
    { rows },
  )
  const stood = new Map(found.map((node) => [node.id, node]))
  const changed: SqlValue[][] = []
  for (const [row, key, state] of nodes) {
    const standing = stood.get(row)
    if (standing?.key !== key) return false
    const folded = foldedInto(standing.state, state)
    if (folded === undefined) continue
    changed.push([folded.written, row])
    const { before, after } = folded
    if (!areNamedAlike(key, before, after)) names.change(row, nodeTokens(key, namesOf(key, after)))
  }
  database.runAll('UPDATE nodes SET state = ? WHERE id = ?', changed)
  return true
}

interface StoodEdge {
  readonly id: number
  readonly place: number
  readonly state: string
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
  const found = database.all<StoodEdge>(
    `SELECT edges.id AS id, asked.value ->> 0 AS place, state FROM json_each($asked) AS asked
     CROSS JOIN edges ON edges.from_key = asked.value ->> 1 AND edges.type = asked.value ->> 2
       AND edges.to_key = asked.value ->> 3 AND edges.sort = asked.value ->> 4`,
    { asked: JSON.stringify(asked) },
  )
  const stood = new Map(found.map((edge) => [edge.place, edge]))
  let next = nextRow(database, 'edges')
  const fresh: SqlValue[][] = []
  const changed: SqlValue[][] = []
  const rows = edges.map(([[from, type, to, discriminator], state], place) => {
    const standing = stood.get(place)
    const row = standing?.id ?? next++
    const folded = standing && foldedInto(standing.state, state)
    if (folded !== undefined) changed.push([folded.written, row])
    if (standing === undefined) {
      fresh.push([row, from, type, to, discriminator, sortable(discriminator), state])
    }
    return row
  })
  database.insertAll(
    'INSERT INTO edges (id, from_key, type, to_key, discriminator, sort, state)',
    fresh,
  )
  database.runAll('UPDATE edges SET state = ? WHERE id = ?', changed)
  const said = edges.map(([, , records], place) => [rows[place] as number, records] as const)
  putSaid(database, 'edge_said', said, first)
}

/** Says which records speak of which rows, in the order of the table. */
function putSaid(
  database: Database,
  table: 'node_said' | 'edge_said',
  said: readonly (readonly [row: number, records: readonly number[]])[],
  first: number,
): void {
  const pairs: [row: number, record: number][] = []
  for (const [row, records] of said) {
    for (const record of records) pairs.push([row, first + record])
  }
  pairs.sort(([a, x], [b, y]) => a - b || x - y)
  database.insertAll(`INSERT OR IGNORE INTO ${table} (thing, record)`, pairs)
}

/** What stands and what is said of it more, as one; undefined where that says nothing new. */
function foldedInto(standing: string, said: string) {
  if (standing === said) return undefined
  const before = JSON.parse(standing) as FoldState
  const after = mergeStates(before, JSON.parse(said) as FoldState)
  const written = JSON.stringify(after)
  return written === standing ? undefined : { before, after, written }
}
