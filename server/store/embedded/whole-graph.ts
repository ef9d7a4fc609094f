import type { FoldState } from '../../domain/fold-state.ts'
import type { EdgeType, GraphEdge, GraphNode } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { Sha256 } from '../../domain/units.ts'
import { edgeLine, hashOfLines, nodeLine } from '../canonical-hash.ts'
import type { HeardGraph } from '../port.ts'
import { sortable } from '../sortable.ts'
import type { Database, SqlParameters } from './database.ts'
import { type MadeThings, madeAsObjects, madePacked } from './made-things.ts'
import { recordHashes } from './record-hashes.ts'

/** Things read at a time, so that no statement stays open while others write. */
const thingsAtOnce = 5_000

/**
 * Reads the whole graph once, for its canonical hash and for whoever listens. A page comes as one JSON text, as a row of its own for each thing costs more than all that
 * is made of it; which records say a thing comes as their numbers, as looking up every hash goes all over the largest table of the store. Who listens keeps all things
 * anyway, so that they can be read as they stand in the file: in order of their keys, reading goes all over a large file.
 *
 * @param mostObjects a graph of more things is packed for who listens
 */
export async function wholeGraph(
  database: Database,
  heard?: HeardGraph,
  mostObjects = 1_000_000,
): Promise<Sha256> {
  const lines = hashOfLines()
  const hashes = recordHashes(database)
  const isPacked = heard !== undefined && mostObjects < thingsIn(database)
  const make = isPacked ? madePacked(hashes) : madeAsObjects(hashes)
  const each = heard === undefined ? eachInOrder : eachFromFile
  await each(database, nodeTable(make), (node) => {
    lines.add(nodeLine(node))
    heard?.node(node)
  })
  await each(database, edgeTable(make), (edge) => {
    lines.add(edgeLine(edge))
    heard?.edge(edge)
  })
  for (const hash of hashes.sorted()) lines.add(hash)
  return lines.taken()
}

/** Ids are given in turn, so that the last tells about how many things there are without counting them. */
function thingsIn(database: Database): number {
  const last = (table: string) =>
    database.get<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`)?.last ?? 0
  return last('nodes') + last('edges')
}

/** A table of things, and how they are read from it. */
interface Table<Row extends readonly unknown[], Thing> {
  readonly name: 'nodes' | 'edges'
  /** Which records say a thing. */
  readonly said: 'node_said' | 'edge_said'
  /** Columns that hold JSON, or SQL that gives it. */
  readonly columns: readonly string[]
  /** What things are in order by, which an index holds. */
  readonly order: readonly string[]
  thingOf(row: Row, said: readonly number[]): Thing
  /** Values of the columns that things are in order by; none for the place before the first. */
  placeOf(thing?: Thing): readonly string[]
}

type NodeRow = readonly [key: NodeKey, state: FoldState]

function nodeTable(make: MadeThings): Table<NodeRow, GraphNode> {
  return {
    ...{ name: 'nodes', said: 'node_said' },
    columns: ['json_quote(key)', 'state'],
    order: ['key'],
    thingOf: ([key, state], said) => make.node(key, state, said),
    placeOf: (node) => [node?.key ?? ''],
  }
}

type EdgeRow = readonly [
  ...[from: NodeKey, type: EdgeType, to: NodeKey, discriminator: string],
  state: FoldState,
]

function edgeTable(make: MadeThings): Table<EdgeRow, GraphEdge> {
  const texts = ['from_key', 'type', 'to_key', 'discriminator'].map((own) => `json_quote(${own})`)
  return {
    ...{ name: 'edges', said: 'edge_said' },
    columns: [...texts, 'state'],
    order: ['from_key', 'type', 'to_key', 'sort'],
    thingOf([from, type, to, discriminator, state], said) {
      return make.edge({ from, type, to, discriminator }, state, said)
    },
    placeOf: (edge) =>
      edge === undefined
        ? ['', '', '', '']
        : [edge.from, edge.type, edge.to, sortable(edge.discriminator)],
  }
}

/** Lets whoever waits for the thread go first. */
function others(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Nothing is kept. */
async function eachInOrder<Row extends readonly unknown[], Thing>(
  database: Database,
  table: Table<Row, Thing>,
  meet: (thing: Thing) => void,
): Promise<void> {
  const { order } = table
  const place = order.map((_, n) => `$place${n}`)
  const rest = `WHERE (${order}) > (${place}) ORDER BY ${order.join(', ')}`
  let last: Thing | undefined
  for (;;) {
    const after = table.placeOf(last).map((own, n) => [`place${n}`, own] as const)
    const page = pageOf(database, table, rest, Object.fromEntries(after))
    for (const [, own, said] of page) {
      last = table.thingOf(own, said)
      meet(last)
    }
    if (page.length < thingsAtOnce) return
    await others()
  }
}

/** All are kept until the last is read. What was written meanwhile is as it was when it was read; what came to be there since is left out. */
async function eachFromFile<Row extends readonly unknown[], Thing>(
  database: Database,
  table: Table<Row, Thing>,
  meet: (thing: Thing) => void,
): Promise<void> {
  const things: Thing[] = []
  for (;;) {
    const page = pageOf(database, table, 'WHERE id > $last ORDER BY id', {
      last: Math.max(0, things.length - 1),
    })
    for (const [id, own, said] of page) things[id] = table.thingOf(own, said)
    if (page.length < thingsAtOnce) break
    await others()
  }
  for (const [place, id] of idsInOrder(database, table).entries()) {
    const thing = things[id]
    if (thing !== undefined) meet(thing)
    if (place % thingsAtOnce === 0) await others()
  }
}

/** From the index alone, which holds them side by side. */
function idsInOrder<Row extends readonly unknown[], Thing>(
  database: Database,
  { name, order }: Table<Row, Thing>,
): Int32Array {
  const found = database.get<{ ids: string | null }>(
    `SELECT group_concat(id) AS ids FROM (SELECT id FROM ${name} ORDER BY ${order.join(', ')})`,
  )
  return Int32Array.from(JSON.parse(`[${found?.ids ?? ''}]`) as number[])
}

function pageOf<Row extends readonly unknown[], Thing>(
  database: Database,
  { name, said, columns }: Table<Row, Thing>,
  rest: string,
  parameters: SqlParameters,
): (readonly [id: number, own: Row, said: readonly number[]])[] {
  const records = `(SELECT group_concat(record) FROM ${said} WHERE thing = ${name}.id)`
  const row = `'[' || id || ',[' || ${columns.join(" || ',' || ")} || '],[' || coalesce(${records}, '') || ']]'`
  const page = database.get<{ rows: string | null }>(
    `SELECT group_concat(row) AS rows FROM (SELECT ${row} AS row FROM ${name} ${rest} LIMIT $limit)`,
    { ...parameters, limit: thingsAtOnce },
  )
  return JSON.parse(`[${page?.rows ?? ''}]`) as [number, Row, number[]][]
}
