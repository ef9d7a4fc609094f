import type { Direction } from '../port.ts'
import type { WalkQuery } from '../walk-reads.ts'
import type { Beginnings } from './beginnings.ts'
import type { Database } from './database.ts'
import { ends } from './neighbour-counts.ts'
import type { WalkNodes } from './walk-nodes.ts'

/** Relations of one node in one direction. */
export interface Steps {
  readonly own: number
  readonly isOut: boolean
  /** Where they stand in their table, */
  readonly rows: readonly number[]
  /** and their other ends, in the same order. */
  readonly others: readonly number[]
}

/** Reads where nodes lead: of a node that has more relations in a direction than `most` no more than that. */
export type StepsReader = (nodes: readonly number[], most?: number) => readonly Steps[]

/** Everything comes as one run of bytes, as a row of its own for each relation, and a text of its own for each key, cost more than to find it. */
export function stepsReader(
  { database, beginnings }: { readonly database: Database; readonly beginnings: Beginnings },
  nodes: WalkNodes,
  query: WalkQuery,
): StepsReader {
  const statements = { out: statementFor('out', query), in: statementFor('in', query) }
  const { types, since, until } = query
  const asked = {
    ...(types !== undefined && { types: JSON.stringify(types) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  }
  const read = (direction: Direction, some: readonly number[], most: number) => {
    if (some.length === 0) return []
    const parameters = { ...asked, keys: JSON.stringify(some.map(nodes.keyOf)), most }
    const found = database.get<{ steps: Uint8Array | null }>(statements[direction], parameters)
    return found?.steps ? stepsIn(found.steps, { some, nodes, isOut: direction === 'out' }) : []
  }
  return (some, most = -1) => {
    const mayBegin = beginnings()
    const beginning = some.filter((node) => mayBegin(nodes.keyOf(node)))
    return [...read('out', beginning, most), ...read('in', some, most)]
  }
}

/** What stands between the rows of a node and the keys behind them, between keys, and between nodes: no key holds a control character. */
const [betweenRows, betweenKeys, betweenLists, betweenNodes] = [0x2c, 0x0a, 0x0b, 0x0c]
const zero = 0x30

function statementFor(direction: Direction, { types, since, until }: WalkQuery): string {
  const { own, other } = ends[direction]
  const where = [
    `${own} = wanted.value`,
    ...(types === undefined ? [] : ['type IN (SELECT value FROM json_each($types))']),
    // Asked for only where it matters: days stand in the table, and all else in an index.
    ...(since === undefined ? [] : [`coalesce(state ->> '$.lastSeen' >= $since, true)`]),
    ...(until === undefined ? [] : [`coalesce(state ->> '$.firstSeen' <= $until, true)`]),
  ]
  return `SELECT CAST(group_concat(coalesce(
      (SELECT group_concat(id) || char(${betweenLists}) || group_concat(other, char(${betweenKeys}))
       FROM (SELECT id, ${other} AS other FROM edges WHERE ${where.join(' AND ')} LIMIT $most)), ''),
      char(${betweenNodes})) AS BLOB) AS steps
    FROM json_each($keys) AS wanted`
}

interface Asked {
  readonly some: readonly number[]
  readonly nodes: WalkNodes
  readonly isOut: boolean
}

function stepsIn(bytes: Uint8Array, { some, nodes, isOut }: Asked): Steps[] {
  const all: Steps[] = []
  let at = 0
  for (const own of some) {
    const end = endOf(bytes, at, betweenNodes)
    if (at < end) {
      const middle = endOf(bytes, at, betweenLists)
      const rows = rowsIn(bytes, at, middle)
      all.push({ own, isOut, rows, others: nodesIn(bytes, middle + 1, end, nodes) })
    }
    at = end + 1
  }
  return all
}

function rowsIn(bytes: Uint8Array, start: number, end: number): readonly number[] {
  const rows: number[] = []
  let row = 0
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === betweenRows) {
      rows.push(row)
      row = 0
    } else row = 10 * row + byte - zero
  }
  rows.push(row)
  return rows
}

function nodesIn(bytes: Uint8Array, start: number, end: number, nodes: WalkNodes) {
  const others: number[] = []
  for (let at = start; at <= end; ) {
    const next = Math.min(end, endOf(bytes, at, betweenKeys))
    others.push(nodes.numberAt(bytes, at, next))
    at = next + 1
  }
  return others
}

/** Where the next such byte stands, or the end. */
function endOf(bytes: Uint8Array, start: number, mark: number): number {
  const found = bytes.indexOf(mark, start)
  return found < 0 ? bytes.length : found
}
