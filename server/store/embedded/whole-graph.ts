import { edgeOf, type FoldState, nodeOf } from '../../domain/fold-state.ts'
import type { EdgeType } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { Sha256 } from '../../domain/units.ts'
import { edgeLine, hashOfLines, nodeLine } from '../canonical-hash.ts'
import type { HeardGraph } from '../port.ts'
import { sortable } from '../sortable.ts'
import type { Database, SqlParameters } from './database.ts'
import { recordHashes } from './record-hashes.ts'

/** Things read at a time, so that no statement stays open while others write. */
const thingsAtOnce = 5_000

/**
 * Reads the whole graph once, for its canonical hash and for whoever listens. A page comes as one JSON text, as a row of its own for each thing costs more than all that
 * is made of it; which records say a thing comes as their numbers, as looking up every hash goes all over the largest table of the store.
 */
export async function wholeGraph(database: Database, heard?: HeardGraph): Promise<Sha256> {
  const lines = hashOfLines()
  const hashes = recordHashes(database)
  const one = sharedTexts()
  for (const page of pagesOfNodes(database)) {
    for (const [key, state, ...said] of page) {
      const node = nodeOf(one(key), state, hashes.of(said))
      lines.add(nodeLine(node))
      heard?.node(node)
    }
    await others()
  }
  for (const page of pagesOfEdges(database)) {
    for (const [from, type, to, discriminator, state, ...said] of page) {
      const id = { from: one(from), type: one(type), to: one(to), discriminator }
      const edge = edgeOf(id, state, hashes.of(said))
      lines.add(edgeLine(edge))
      heard?.edge(edge)
    }
    await others()
  }
  for (const hash of hashes.sorted()) lines.add(hash)
  return lines.taken()
}

type NodeRow = [key: NodeKey, state: FoldState, ...said: number[]]
type EdgeRow = [
  ...[from: NodeKey, type: EdgeType, to: NodeKey, discriminator: string],
  ...[state: FoldState, ...said: number[]],
]

/** Lets whoever waits for the thread go first. */
function others(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function* pagesOfNodes(database: Database): Generator<NodeRow[]> {
  let after = ''
  for (;;) {
    const rows = pageOf<NodeRow>(
      database,
      `SELECT ${asRow(['json_quote(key)', 'state'], 'node_said')} AS row FROM nodes AS thing
       WHERE key > $after ORDER BY key LIMIT $limit`,
      { after },
    )
    yield rows
    const last = rows.at(-1)
    if (rows.length < thingsAtOnce || last === undefined) return
    after = last[0]
  }
}

function* pagesOfEdges(database: Database): Generator<EdgeRow[]> {
  let after = { from: '', type: '', to: '', sort: '' }
  for (;;) {
    const texts = ['from_key', 'type', 'to_key', 'discriminator'].map((own) => `json_quote(${own})`)
    const rows = pageOf<EdgeRow>(
      database,
      `SELECT ${asRow([...texts, 'state'], 'edge_said')} AS row FROM edges AS thing
       WHERE (from_key, type, to_key, sort) > ($from, $type, $to, $sort)
       ORDER BY from_key, type, to_key, sort LIMIT $limit`,
      after,
    )
    yield rows
    const last = rows.at(-1)
    if (rows.length < thingsAtOnce || last === undefined) return
    const [from, type, to, discriminator] = last
    after = { from, type, to, sort: sortable(discriminator) }
  }
}

/** SQL for a JSON list of columns, which hold JSON themselves, and of the numbers of the records that say the thing. */
function asRow(columns: readonly string[], saidTable: string): string {
  const said = `(SELECT group_concat(record) FROM ${saidTable} WHERE thing = thing.id)`
  return `'[' || ${columns.join(" || ',' || ")} || coalesce(',' || ${said}, '') || ']'`
}

function pageOf<Row>(database: Database, sql: string, after: SqlParameters): Row[] {
  const page = database.get<{ rows: string | null }>(
    `SELECT group_concat(row) AS rows FROM (${sql})`,
    { ...after, limit: thingsAtOnce },
  )
  return JSON.parse(`[${page?.rows ?? ''}]`) as Row[]
}

/** One text for equal ones: a key stands at both ends of many relations, and a million shops would take up gigabytes more. */
function sharedTexts(): <T extends string>(text: T) => T {
  const known = new Map<string, string>()
  return <T extends string>(text: T) => {
    const own = known.get(text)
    if (own !== undefined) return own as T
    known.set(text, text)
    return text
  }
}
