import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { LoadReport } from '../domain/record.ts'
import { type Dataset, type DatasetFile, datasetTerms } from '../ingest/dataset.ts'
import type { GraphMap } from '../ingest/graph-map.ts'
import { keyColumns, patternText } from '../ingest/graph-pattern.ts'
import type { ForeignGraph } from '../store/foreign-graph.ts'
import type { Store } from '../store/port.ts'
import { fetchTable } from './fetch-table.ts'
import { type LoadOptions, loadOpened } from './load.ts'
import type { MappedTable } from './map-graph.ts'

/**
 * Loads what a map says of a graph that somebody else keeps, as the dataset of the map's name. Rows are fetched into a folder of their own
 * first, which is removed at the end: a load reads its rows twice, and a graph that others write to would not say the same twice.
 */
export async function adoptGraph(
  store: Store,
  graph: ForeignGraph,
  { map, tables }: { readonly map: GraphMap; readonly tables: readonly MappedTable[] },
  options: LoadOptions,
): Promise<LoadReport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'revenant-adopt-'))
  using _removed = removedAtTheEnd(folder)
  const files: DatasetFile[] = []
  for (const [at, table] of tables.entries()) {
    const path = join(folder, `${at}.ndjson`)
    await fetchTable(graph, table, { path, onProgress: options.onProgress })
    files.push(fetched(table, path, graph.address))
  }
  const { graph: _graph, tables: _tables, ...terms } = map
  const dataset: Dataset = { ...datasetTerms(terms), folder, files }
  return await loadOpened(store, [dataset], options)
}

function fetched(
  { name, pattern, entry, readers, unusedColumns }: MappedTable,
  path: string,
  graph: string,
): DatasetFile {
  return {
    ...{ file: name, path, kind: entry.kind, entry, readers, unusedColumns },
    format: { type: 'ndjson' },
    encoding: 'utf-8',
    reading: {
      ...{ format: 'graph', graph, pattern: patternText(pattern), key: keyColumns(pattern) },
      stated: [],
    },
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Somebody's rows are not left lying about when the process is told to end. */
function removedAtTheEnd(folder: string): Disposable {
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const end = (signal: NodeJS.Signals) => {
    remove()
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.once(signal, end)
  return {
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, end)
      remove()
    },
  }
}
