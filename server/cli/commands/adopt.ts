import { resolve } from 'node:path'

import { z } from 'zod'

import { FailureError } from '../../domain/failure.ts'
import { refusal } from '../../domain/refusals.ts'
import { readGraphMap } from '../../ingest/graph-map.ts'
import { adoptGraph } from '../../jobs/adopt.ts'
import { unusableFiles } from '../../jobs/load-report.ts'
import { mapGraph } from '../../jobs/map-graph.ts'
import { type ForeignGraph, openForeignGraph } from '../../store/foreign-graph.ts'
import type { Command, Shell } from '../command.ts'
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
    await refuseServed(address)
    await using graph = await openForeignGraph(named, shell.config)
    refuseItself(graph, address)
    const tables = await mapGraph(graph, map)
    await using store = await openOrMake(address, shell)
    const reports = await adoptGraph(store, graph, { map, tables }, loading(options, shell))
    for (const report of reports) await printJson(shell.terminal, report)
    const unusable = unusableFiles(reports)
    if (unusable !== undefined) throw new FailureError(unusable)
    return 0
  },
}

function loading(options: z.output<typeof Options>, shell: Shell) {
  return {
    at: shell.now(),
    acceptUnexpected: options['accept-unexpected'],
    onProgress: tellProgress(shell.terminal),
  }
}

/** One process alone writes to a store, and a server is not handed the user and password of somebody else's graph. */
async function refuseServed(address: string): Promise<void> {
  const owner = await findOwner(address)
  if (owner === undefined) return
  throw new FailureError(
    `The store in ${address} is in use by the server at ${owner.address} (process ${owner.pid}); stop it first.`,
  )
}

/** Opening a store writes to its database. */
function refuseItself(graph: ForeignGraph, store: string): void {
  if (!isRemote(store) || !URL.canParse(store)) return
  const [read, written] = [new URL(graph.address), new URL(store)]
  const databaseOf = ({ searchParams }: URL) => searchParams.get('database') || 'neo4j'
  if (read.host !== written.host || databaseOf(read) !== databaseOf(written)) return
  throw refusal('graph-is-target', { graph: graph.address })
}
