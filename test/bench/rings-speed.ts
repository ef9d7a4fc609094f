import { UndirectedGraph } from 'graphology'
import graphologyLouvain from 'graphology-communities-louvain'

import { mulberry32 } from '../../server/domain/random.ts'
import { csrOf } from '../../server/rings/kernel/csr.ts'
import { leiden } from '../../server/rings/kernel/leiden.ts'
import { louvain } from '../../server/rings/kernel/louvain.ts'
import { qualityOf } from '../../server/rings/kernel/objective.ts'
import { figuresAlone, printAlone, printFigures, timed } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { readEdges, writeEdges } from './graph-files.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { collect, forgetPeak, peakSince } from './peak-memory.ts'
import { plantedGraph } from './planted-graph.ts'

const seed = 1
/** More than the four million edges that graphology keeps as objects take; Node's own limit ends near twelve million. */
const heap = '--max-old-space-size=12000'

/**
 * Communities of a planted graph of `--edges N`, by our kernel and by graphology with its Louvain, each in a process of its own on the same edges, garbage collected before each step: building the graph,
 * finding the communities, both together, and the memory above that of the edges. Ours is the quicker of two, graphology's is done once, as building its graph again takes minutes and the heap twice. Modularity at resolution 1 stands beside, as speed compares at equal modularity only.
 */
export async function measureRings({ edges }: BenchOptions): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    writeEdges(folder, plantedGraph(edges, seed))
    const own = figuresAlone('rings-alone', folder)
    const peer = figuresAlone('rings-graphology-alone', folder, [heap])
    printFigures(`communities, ${edges} edges`, own, peer)
  })
}

export function ringsAlone({ input }: BenchOptions): void {
  const { nodes, edges } = readEdges(input)
  const before = forgetPeak()
  const building = best(() => csrOf(nodes, edges))
  const graph = building.result
  const first = best(() => louvain(graph, { quality: 'modularity', resolution: 1 }))
  const memory = peakSince() - before
  const second = best(() => leiden(graph, { quality: 'modularity', resolution: 1, seed }))
  printAlone({
    build: [building.processor, 'CPU seconds'],
    Louvain: [first.processor, 'CPU seconds'],
    'build and Louvain': [building.processor + first.processor, 'CPU seconds'],
    'memory at its peak, above the edges': [memory, 'MB'],
    'modularity of Louvain': [qualityOf(graph, first.result, 'modularity', 1), 'modularity'],
    Leiden: [second.processor, 'CPU seconds'],
    'modularity of Leiden': [qualityOf(graph, second.result, 'modularity', 1), 'modularity'],
  })
}

export function ringsByGraphology({ input }: BenchOptions): void {
  const { nodes, edges } = readEdges(input)
  const before = forgetPeak()
  const building = once(() => {
    const graph = new UndirectedGraph()
    for (let node = 0; node < nodes; node++) graph.addNode(node)
    for (const [edge, from] of edges.from.entries())
      graph.addEdge(from, edges.to[edge], { weight: edges.weights[edge] })
    return graph
  })
  const options = { getEdgeWeight: 'weight', rng: mulberry32(seed) }
  const finding = once(() => graphologyLouvain.detailed(building.result, options))
  printAlone({
    build: [building.processor, 'CPU seconds'],
    Louvain: [finding.processor, 'CPU seconds'],
    'build and Louvain': [building.processor + finding.processor, 'CPU seconds'],
    'memory at its peak, above the edges': [peakSince() - before, 'MB'],
    'modularity of Louvain': [finding.result.modularity, 'modularity'],
  })
}

interface Timed<T> {
  readonly result: T
  readonly wall: number
  readonly processor: number
}

/** The quicker of two, as a busy machine makes any of them slow, and none quick; only one result is held at a time. */
export function best<T>(run: () => T): Timed<T> {
  const first = once(run)
  const before = { wall: first.wall, processor: first.processor }
  const { result, wall, processor } = once(run)
  return {
    result,
    wall: Math.min(before.wall, wall),
    processor: Math.min(before.processor, processor),
  }
}

function once<T>(run: () => T): Timed<T> {
  collect()
  return timed(run)
}
