import { join } from 'node:path'

import { end } from '../support/availability.ts'
import { neo4jForBenches } from '../support/neo4j-server.ts'
import { bareLoop } from './bare-loop.ts'
import { type BenchFigures, printFigures } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { type BenchServer, benchServer, type Took } from './bench-server.ts'
import { graphBatches, loadGraph } from './graph-load.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { measureImport } from './neo4j-import.ts'
import { measureNeo4jRows, measureNeo4jWorld } from './neo4j-world.ts'

/** Both take turns, and of each the best counts: a server gets faster while it is used. */
const rounds = 3

/**
 * Neo4j, on a real server of its own. `--nodes N` (300,000 unless said) and three times as many relations, put as facts in batches of 5,000 beside a bare UNWIND loop
 * that writes the same nodes and relations with the same properties under the same constraints, once all that the store keeps, once the graph without its
 * records; then a generated world of `--shops N` beside the embedded store: loading, detection, expanding, searching; where `--records N` is said, the same of as many wide rows, with `--imported` by files for its importer. None of a size of 0.
 */
export async function measureNeo4j(options: BenchOptions): Promise<void> {
  const measured = options.imported
    ? inTemporaryFolder((folder) => measureImport(folder, options.records))
    : measureLoads(options)
  try {
    await measured
  } finally {
    await end()
  }
}

async function measureLoads({ nodes, shops, records, typed }: BenchOptions): Promise<void> {
  const rows = typed.some((word) => word.startsWith('--records')) ? records : 0
  const found = await neo4jForBenches()
  if ('reason' in found) throw new Error(`Neo4j cannot be measured, because ${found.reason}`)
  await using server = benchServer(found)
  await inTemporaryFolder(async (folder) => {
    if (nodes > 0) await measureGraph(server, folder, nodes)
    if (shops > 0) await measureNeo4jWorld(server, folder, shops)
    if (rows > 0) await measureNeo4jRows(server, folder, rows)
  })
}

async function measureGraph(server: BenchServer, folder: string, nodes: number): Promise<void> {
  const own: Took[] = []
  const bare: Took[] = []
  const graph: Took[] = []
  const loop = bareLoop(server, join(folder, 'rows'))
  for (let round = 0; round < rounds; round += 1) {
    await server.empty()
    own.push(await loadGraph(server, folder, graphBatches(nodes)))
    if (round === 0) await loop.copyRows()
    await server.empty()
    const took = await loop.run()
    bare.push(took.all)
    graph.push(took.graph)
  }
  const label = `neo4j, ${nodes} nodes and ${3 * nodes} relations`
  printFigures(label, best('load', own), best('load', bare))
  printFigures(`${label}, beside the graph alone`, best('load', own), best('load', graph))
}

/** The least wall and the least processor of some rounds. */
function best(name: string, took: readonly Took[]): BenchFigures {
  const least = (figure: keyof Took) => Math.min(...took.map((one) => one[figure]))
  return {
    [`${name}, best of ${took.length}`]: [least('wall'), 'seconds'],
    [`${name}: processor of client and server`]: [least('processor'), 'CPU seconds'],
    [`${name}: processor of the server`]: [least('server'), 'CPU seconds'],
  }
}
