import { stat } from 'node:fs/promises'

import { z } from 'zod'

import { refusal } from '../domain/refusals.ts'
import { readDescription } from './dataset.ts'
import { DatasetDescription, FileEntry } from './dataset-schema.ts'
import { type NodePattern, patternText, type RelationPattern } from './graph-pattern.ts'

/** Names go into a statement between backticks, where these could end them. */
const Name = z
  .string()
  .regex(/^[^`\\\p{Cc}]+$/u, 'a name is text without “`”, “\\” and line breaks')

const rows = {
  ...FileEntry.pick({ kind: true, columns: true, constants: true, expect: true }).shape,
  /** What records call the table; its pattern where absent. */
  name: z
    .string()
    .regex(/^[^\p{Cc}]+$/u)
    .optional(),
}

const NodeTable = z.strictObject({ ...rows, label: Name, key: Name })

const End = z.strictObject({ label: Name, key: Name })

const RelationTable = z.strictObject({ ...rows, type: Name, from: End, to: End })

/** By what it has, so that a mistake is told of the one that was meant. */
const Table = z.looseObject({}).transform((written, context): GraphTable => {
  const isRelation = 'type' in written
  const parsed = (isRelation ? RelationTable : NodeTable).safeParse(written)
  if (parsed.success) return tableOf(parsed.data)
  for (const { message, path } of parsed.error.issues) {
    context.addIssue({ code: 'custom', message, path, input: written })
  }
  return z.NEVER
})

/** Nodes or relations of a graph as the rows of one kind of record. */
export interface GraphTable {
  /** Stands where a dataset has the name of a file. */
  readonly name: string
  readonly pattern: NodePattern | RelationPattern
  readonly entry: FileEntry
}

/** The shape of a map: a dataset.json that has labels and types of relation in place of files. */
export const GraphMap = DatasetDescription.omit({ files: true }).extend({
  /** Address of the graph; never a password. */
  graph: z.string().min(1).optional(),
  tables: z.array(Table).min(1, 'a map names at least one label or type of relation'),
})
export type GraphMap = z.infer<typeof GraphMap>

/** Reads the file that says what of a graph is what; throws a RefusalError for one that cannot mean anything. */
export async function readGraphMap(path: string): Promise<GraphMap> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw refusal('map-nowhere', { path })
  const map = await readDescription(path, GraphMap)
  const names = map.tables.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw refusal('map-table-twice', { path, table: twice })
  return map
}

function tableOf(table: z.output<typeof NodeTable> | z.output<typeof RelationTable>): GraphTable {
  const { kind, columns, constants, expect } = table
  const pattern =
    'type' in table
      ? { type: table.type, from: table.from, to: table.to }
      : { label: table.label, key: table.key }
  const name = table.name ?? patternText(pattern)
  const entry = { file: name, kind, columns, constants, ...(expect !== undefined && { expect }) }
  return { name, pattern, entry }
}
