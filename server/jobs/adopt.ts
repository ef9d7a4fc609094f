import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { LoadReport } from '../domain/record.ts'
import { describeFetched, openFetched, rowsPath } from '../ingest/fetched-graph.ts'
import type { GraphMap } from '../ingest/graph-map.ts'
import type { ForeignGraph } from '../store/foreign-graph.ts'
import type { Store } from '../store/port.ts'
import { fetchTable } from './fetch-table.ts'
import { type LoadOptions, loadOpened } from './load.ts'
import type { MappedTable } from './map-graph.ts'
import type { OnProgress } from './progress.ts'

interface Wanted {
  readonly map: GraphMap
  readonly tables: readonly MappedTable[]
}

/** Loads what a map says of a graph that somebody else keeps, as the dataset of the map's name. */
export async function adoptGraph(
  store: Store,
  graph: ForeignGraph,
  wanted: Wanted,
  options: LoadOptions,
): Promise<LoadReport[]> {
  return await withFetched(graph, wanted, options.onProgress, (folder) =>
    loadFetched(store, folder, options),
  )
}

/**
 * Fetches what a map says of a graph into a folder of its own, which is removed at the end: a load reads its rows twice, and a graph that others write to would not say the same twice.
 * Whoever loads the folder needs no way to the graph.
 */
export async function withFetched<T>(
  graph: ForeignGraph,
  { map, tables }: Wanted,
  onProgress: OnProgress,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'revenant-adopt-'))
  using _removed = removedAtTheEnd(folder)
  for (const [at, table] of tables.entries())
    await fetchTable(graph, table, { path: rowsPath(folder, at), onProgress })
  const { graph: _graph, tables: _tables, ...terms } = map
  await describeFetched(folder, {
    ...{ graph: graph.address, terms },
    tables: tables.map(({ name, pattern, entry, names }) => ({
      ...{ name, pattern, entry },
      names: [...names],
    })),
  })
  return await work(folder)
}

/** Loads what was fetched of a graph. */
export async function loadFetched(
  store: Store,
  folder: string,
  options: LoadOptions,
): Promise<LoadReport[]> {
  return await loadOpened(store, [await openFetched(folder)], options)
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
