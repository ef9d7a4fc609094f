import { fileURLToPath } from 'node:url'

import { type Csr, csrOf } from '../../server/rings/kernel/csr.ts'
import { leiden } from '../../server/rings/kernel/leiden.ts'
import { louvain } from '../../server/rings/kernel/louvain.ts'
import { qualityOf } from '../../server/rings/kernel/objective.ts'
import {
  type BenchFigures,
  figuresAlone,
  figuresOf,
  printAlone,
  printFigures,
} from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { readEdges, writeEdges } from './graph-files.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { ringGraph } from './ring-graph.ts'
import { best } from './rings-speed.ts'

const seed = 1
const script = fileURLToPath(new URL('peer-communities.py', import.meta.url))

/** By the method of ours that does the same, what the peers call it. */
const peers = {
  Louvain: ['networkit-plm'],
  Leiden: ['networkit-leiden', 'igraph-leiden'],
} as const

/**
 * Communities of a weighted graph of `--edges N` in the shape of rings, by our kernel and, with `--python PATH`, by networkit and igraph: detection alone, on one thread, the quicker of two, each in a process
 * of its own. One round after the other, so that a busy machine is as busy for all. Modularity at resolution 1 stands beside, as speed compares at equal modularity only.
 */
export async function measurePeers({ edges, python }: BenchOptions): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    writeEdges(folder, ringGraph(edges, seed))
    const own = figuresAlone('rings-peers-alone', folder)
    for (const [method, names] of Object.entries(peers)) {
      const ours = figuresFor(own, method)
      if (python === undefined) printFigures(`${method}, ${edges} edges`, ours)
      else
        for (const name of names)
          printFigures(
            `${method} beside ${name}, ${edges} edges`,
            ours,
            figuresOf(python, [script, name, folder]),
          )
    }
  })
}

function figuresFor(own: BenchFigures, method: string): BenchFigures {
  const begin = `${method} `
  return Object.fromEntries(
    Object.entries(own)
      .filter(([name]) => name.startsWith(begin))
      .map(([name, figure]) => [name.slice(begin.length), figure]),
  )
}

export function peersAlone({ input }: BenchOptions): void {
  const { nodes, edges } = readEdges(input)
  const graph = csrOf(nodes, edges)
  const options = { quality: 'modularity', resolution: 1 } as const
  printAlone({
    ...figuresOfMethod('Louvain', graph, () => louvain(graph, options)),
    ...figuresOfMethod('Leiden', graph, () => leiden(graph, { ...options, seed })),
  })
}

function figuresOfMethod(method: string, graph: Csr, find: () => Int32Array): BenchFigures {
  const { result, processor, wall } = best(find)
  return {
    [`${method} detection`]: [processor, 'CPU seconds'],
    [`${method} detection by the wall`]: [wall, 'seconds'],
    [`${method} modularity`]: [qualityOf(graph, result, 'modularity', 1), 'modularity'],
  }
}
