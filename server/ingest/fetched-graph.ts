import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { refusal } from '../domain/refusals.ts'
import { type Dataset, type DatasetFile, datasetTerms } from './dataset.ts'
import { DatasetDescription, FileEntry } from './dataset-schema.ts'
import { keyColumns, patternText } from './graph-pattern.ts'
import { mapColumns } from './mapping.ts'

const NodePattern = z.strictObject({ label: z.string(), key: z.string() })

/** What was fetched of a graph that somebody else keeps: which, under whose terms, and what its tables are rows of. The rows of each lie beside it, an object a line. */
const FetchedGraph = z.strictObject({
  /** Address of the graph; never a password. */
  graph: z.string(),
  terms: DatasetDescription.omit({ files: true }),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      pattern: z.union([
        NodePattern,
        z.strictObject({ type: z.string(), from: NodePattern, to: NodePattern }),
      ]),
      entry: FileEntry,
      /** Every property that the graph has there, also those that were not fetched. */
      names: z.array(z.string()),
    }),
  ),
})
export type FetchedGraph = z.infer<typeof FetchedGraph>

/** Where the rows of a table lie. */
export function rowsPath(folder: string, table: number): string {
  return join(folder, `${table}.ndjson`)
}

/** Writes beside the rows what they are. */
export async function describeFetched(folder: string, fetched: FetchedGraph): Promise<void> {
  await writeFile(descriptionPath(folder), JSON.stringify(fetched), { mode: 0o600 })
}

/** Reads what was fetched as the dataset of its name; throws a RefusalError where a folder holds nothing of the kind. */
export async function openFetched(folder: string): Promise<Dataset> {
  const text = await readFile(descriptionPath(folder), 'utf8').catch(() => '{}')
  const fetched = FetchedGraph.safeParse(jsonOf(text))
  if (!fetched.success) throw refusal('fetched-nowhere', { path: folder })
  const { graph, terms, tables } = fetched.data
  const files = tables.map((table, at) => fileOf(table, rowsPath(folder, at), graph))
  return { ...datasetTerms(terms), folder, files }
}

function descriptionPath(folder: string): string {
  return join(folder, 'graph.json')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fileOf(
  { name, pattern, entry, names }: FetchedGraph['tables'][number],
  path: string,
  graph: string,
): DatasetFile {
  const mapping = mapColumns(entry, { file: name, names, complete: true, listSeparator: undefined })
  return {
    ...{ file: name, path, kind: entry.kind, entry, ...mapping },
    format: { type: 'ndjson' },
    encoding: 'utf-8',
    reading: {
      ...{ format: 'graph', graph, pattern: patternText(pattern), key: keyColumns(pattern) },
      stated: [],
    },
  }
}
