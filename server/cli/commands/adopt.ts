import { resolve } from 'node:path'

import { z } from 'zod'

import { routes } from '../../contract/routes.ts'
import { FailureError } from '../../domain/failure.ts'
import type { LoadReport } from '../../domain/record.ts'
import { refusal } from '../../domain/refusals.ts'
import { type GraphMap, readGraphMap } from '../../ingest/graph-map.ts'
import { adoptGraph, withFetched } from '../../jobs/adopt.ts'
import { unusableFiles } from '../../jobs/load-report.ts'
import { type MappedTable, mapGraph } from '../../jobs/map-graph.ts'
import { type ForeignGraph, openForeignGraph } from '../../store/foreign-graph.ts'
import type { Command, Shell } from '../command.ts'
import { handOver } from '../hand-over.ts'
import { findOwner } from '../owner.ts'
import { printJson } from '../print.ts'
import { tellProgress } from '../progress.ts'
import { isRemote, openOrMake } from '../store-address.ts'

const Options = z.object({
  graph: z.string().min(1).optional().meta({
    value: 'ADDRESS',
    description: 'a neo4j:// address in place of the one that the map names',
  }),
  'accept-unexpected': z.boolean().default(false).meta({
    description: 'loads what is not as the map says that it should be',
  }),
})

export const adopt: Command<typeof Options> = {
  name: 'adopt',
  summary:
    'Loads a graph that already stands in Neo4j, as a map says, and prints one JSON report; nothing is written to that graph',
  positionals: ['MAP.json'],
  options: Options,
  async run({ store: address, options, positionals: [given = ''] }, shell) {
    const path = resolve(shell.folder, given)
    const map = await readGraphMap(path)
    const named = options.graph ?? map.graph
    if (named === undefined) throw refusal('graph-unnamed', { path })
    await using graph = await openForeignGraph(named, shell.config)
    refuseItself(graph, address)
    const tables = await mapGraph(graph, map)
    const acceptUnexpected = options['accept-unexpected']
    const reports = await loadSomewhere(address, graph, { map, tables, acceptUnexpected }, shell)
    for (const report of reports) await printJson(shell.terminal, report)
    const unusable = unusableFiles(reports)
    if (unusable !== undefined) throw new FailureError(unusable)
    return 0
  },
}

interface Wanted {
  readonly map: GraphMap
  readonly tables: readonly MappedTable[]
  readonly acceptUnexpected: boolean
}

/**
 * In the server that owns the store, where there is one, and here otherwise. The server is handed the rows that were fetched here, and neither the address nor the password of a graph: it
 * never reaches out by itself.
 */
async function loadSomewhere(
  address: string,
  graph: ForeignGraph,
  { acceptUnexpected, ...wanted }: Wanted,
  shell: Shell,
): Promise<readonly LoadReport[]> {
  const onProgress = tellProgress(shell.terminal)
  const owner = await findOwner(address)
  if (owner === undefined) {
    await using store = await openOrMake(address, shell)
    return await adoptGraph(store, graph, wanted, { at: shell.now(), acceptUnexpected, onProgress })
  }
  const job = await withFetched(graph, wanted, onProgress, (folder) =>
    handOver(owner, { route: routes.adopt, body: { folder, acceptUnexpected } }, onProgress),
  )
  if (job.loads !== undefined) return job.loads
  throw new FailureError(job.error ?? 'The server ended the load without a report.')
}

/** Opening a store writes to its database. */
function refuseItself(graph: ForeignGraph, store: string): void {
  if (!isRemote(store) || !URL.canParse(store)) return
  const [read, written] = [new URL(graph.address), new URL(store)]
  const databaseOf = ({ searchParams }: URL) => searchParams.get('database') || 'neo4j'
  if (read.host !== written.host || databaseOf(read) !== databaseOf(written)) return
  throw refusal('graph-is-target', { graph: graph.address })
}
