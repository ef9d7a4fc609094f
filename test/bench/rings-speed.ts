import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { UndirectedGraph } from 'graphology'
import graphologyLouvain from 'graphology-communities-louvain'

import { mulberry32 } from '../../server/domain/random.ts'
import { csrOf } from '../../server/rings/kernel/csr.ts'
import { leiden } from '../../server/rings/kernel/leiden.ts'
import { louvain } from '../../server/rings/kernel/louvain.ts'
import { qualityOf } from '../../server/rings/kernel/objective.ts'
import { figuresAlone, printAlone, printFigures, timed } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { collect, forgetPeak, peakSince } from './peak-memory.ts'
import { type PlantedGraph, plantedGraph } from './planted-graph.ts'

const seed = 1

/**
 * Communities of a planted graph of `--edges N`, by our kernel and by graphology with its Louvain, each in a process of its own on the same edges, the quickest of three, garbage collected before each: building the graph,
 * finding the communities, both together, and the memory above that of the edges. Modularity at resolution 1 stands beside, as speed compares at equal modularity only.
 */
export async function measureRings({ edges }: BenchOptions): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    writeEdges(folder, plantedGraph(edges, seed))
    const own = figuresAlone('rings-alone', folder)
    const peer = figuresAlone('rings-graphology-alone', folder)
    printFigures(`communities, ${edges} edges`, own, peer)
  })
}

const files = ['from', 'to', 'weights'] as const

function writeEdges(folder: string, { nodes, edges }: PlantedGraph): void {
  for (const name of files) writeFileSync(join(folder, name), new Uint8Array(edges[name].buffer))
  writeFileSync(join(folder, 'nodes'), String(nodes))
}

function readEdges(folder: string): Omit<PlantedGraph, 'communities'> {
  const [from, to, weights] = files.map((name) => readFileSync(join(folder, name)).slice().buffer)
  return {
    nodes: Number(readFileSync(join(folder, 'nodes'), 'utf8')),
    edges: {
      from: new Int32Array(from as ArrayBuffer),
      to: new Int32Array(to as ArrayBuffer),
      weights: new Float64Array(weights as ArrayBuffer),
    },
  }
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
  const building = best(() => {
    const graph = new UndirectedGraph()
    for (let node = 0; node < nodes; node++) graph.addNode(node)
    for (const [edge, from] of edges.from.entries())
      graph.addEdge(from, edges.to[edge], { weight: edges.weights[edge] })
    return graph
  })
  const options = { getEdgeWeight: 'weight', rng: mulberry32(seed) }
  const finding = best(() => graphologyLouvain.detailed(building.result, options))
  printAlone({
    build: [building.processor, 'CPU seconds'],
    Louvain: [finding.processor, 'CPU seconds'],
    'build and Louvain': [building.processor + finding.processor, 'CPU seconds'],
    'memory at its peak, above the edges': [peakSince() - before, 'MB'],
    'modularity of Louvain': [finding.result.modularity, 'modularity'],
  })
}

/** The quickest of three, as a busy machine makes any of them slow, and none quick; only one result is held at a time. */
function best<T>(run: () => T): { readonly result: T; readonly processor: number } {
  const once = () => {
    collect()
    return timed(run).processor
  }
  const before = Math.min(once(), once())
  collect()
  const { result, processor } = timed(run)
  return { result, processor: Math.min(before, processor) }
}
