import { z } from 'zod'

import { compareText } from '../../domain/canonical.ts'
import type { GraphPattern } from '../../ingest/graph-pattern.ts'
import type { ForeignGraph, ForeignRow } from '../foreign-graph.ts'
import { type Connection, connect, type Neo4jEnvironment } from './connection.ts'
import { foreignCell } from './foreign-cell.ts'
import {
  columnName,
  countStatement,
  endsStatement,
  partsOf,
  propertiesStatement,
  rowStatements,
} from './foreign-statements.ts'
import { Count, query, type Runner } from './query.ts'

const Named = z.object({ name: z.string() })
const Property = z.object({ part: z.string(), name: z.string() })
const Ends = z.object({ from: z.array(z.string()), to: z.array(z.string()) })
const Cells = z.record(z.string(), z.unknown())

export const labelsInUse = query<object, z.infer<typeof Named>>('read/labels-in-use', Named)
export const typesInUse = query<object, z.infer<typeof Named>>('read/types-in-use', Named)

/** Opens a graph that somebody else keeps. All of it is read in transactions of reading, in which the server refuses to write. */
export async function openNeo4jGraph(
  address: string,
  environment: Neo4jEnvironment,
): Promise<ForeignGraph> {
  const connection = await connect(address, environment)
  const { server, database } = connection.address
  return {
    address: `${server}?database=${database}`,
    labels: () => namesOf(connection, labelsInUse),
    types: () => namesOf(connection, typesInUse),
    async endsOf(type) {
      const ends = await rowsOf(connection, endsStatement(type), Ends)
      return ends
        .map(({ from, to }) => `(:${from.join(':')})-[:${type}]->(:${to.join(':')})`)
        .toSorted(compareText)
    },
    async columns(pattern) {
      const [counted] = await rowsOf(connection, countStatement(pattern), Count)
      const properties = await rowsOf(connection, propertiesStatement(pattern), Property)
      const names = properties.map(({ part, name }) => columnName(part, name))
      return { rows: counted?.count ?? 0, names: names.toSorted(compareText) }
    },
    rows: (pattern, columns, work) =>
      connection.read((runner) => work(streamed(runner, pattern, columns))),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  }
}

async function namesOf(connection: Connection, names: typeof labelsInUse): Promise<string[]> {
  const rows = await connection.read((runner) => names.rows(runner, {}))
  return rows.map(({ name }) => name).toSorted(compareText)
}

async function rowsOf<Row>(connection: Connection, text: string, row: z.ZodType<Row>) {
  const { records } = await connection.read(async (runner) => runner.run(text))
  return records.map((record) => row.parse(record.toObject()))
}

async function* streamed(
  runner: Runner,
  pattern: GraphPattern,
  columns: readonly string[],
): AsyncGenerator<ForeignRow> {
  const parts = partsOf(pattern)
  for (const text of rowStatements(pattern, columns)) {
    for await (const record of runner.run(text)) {
      const row: Record<string, ForeignRow[string]> = {}
      for (const part of parts) addCells(row, part, Cells.parse(record.get(`${part}Cells`)))
      yield row
    }
  }
}

function addCells(
  row: Record<string, ForeignRow[string]>,
  part: string,
  cells: Readonly<Record<string, unknown>>,
): void {
  for (const name of Object.keys(cells).toSorted(compareText)) {
    const cell = foreignCell(cells[name])
    if (cell !== undefined) row[columnName(part, name)] = cell
  }
}
