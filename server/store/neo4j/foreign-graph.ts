import { z } from 'zod'

import { compareText } from '../../domain/canonical.ts'
import type { GraphPattern } from '../../ingest/graph-pattern.ts'
import type { ForeignGraph, ForeignRow } from '../foreign-graph.ts'
import { type Connection, connect, type Neo4jEnvironment } from './connection.ts'
import { foreignCell } from './foreign-cell.ts'
import {
  canBeQuoted,
  columnName,
  countOfLabel,
  countOfType,
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
    labels: () => namesOf(connection, labelsInUse, countOfLabel),
    types: () => namesOf(connection, typesInUse, countOfType),
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

/** Also a name that only an index is still made for is listed by the server, so that each is counted, which the count store answers. */
async function namesOf(
  connection: Connection,
  names: typeof labelsInUse,
  countOf: (name: string) => string,
): Promise<string[]> {
  const rows = await connection.ask(names, {})
  const used: string[] = []
  for (const { name } of rows.filter((row) => canBeQuoted(row.name))) {
    const [counted] = await rowsOf(connection, countOf(name), Count)
    if (0 < (counted?.count ?? 0)) used.push(name)
  }
  return used.toSorted(compareText)
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
