import { csrOf, type EdgeList } from '../../server/rings/kernel/csr.ts'
import { leiden } from '../../server/rings/kernel/leiden.ts'
import { change, liveCommunities } from '../../server/rings/kernel/live/live-communities.ts'
import { louvain } from '../../server/rings/kernel/louvain.ts'
import { qualityOf } from '../../server/rings/kernel/objective.ts'
import {
  type BenchFigures,
  figuresAlone,
  printAlone,
  printFigures,
  timed,
} from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { readEdges, writeEdges } from './graph-files.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { collect } from './peak-memory.ts'
import { ringGraph } from './ring-graph.ts'
import { best } from './rings-speed.ts'

const seed = 1
const options = { quality: 'modularity', resolution: 1 } as const

/** Keeping communities up to date in a graph of `--edges N` in the shape of rings, where 10 edges come, or one in a hundred, and go again, beside the full run that it spares. */
export async function measureLive({ edges }: BenchOptions): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    writeEdges(folder, ringGraph(edges, seed))
    printFigures(`live communities, ${edges} edges`, figuresAlone('rings-live-alone', folder))
  })
}

export function liveAlone({ input }: BenchOptions): void {
  const { nodes, edges } = readEdges(input)
  const graph = csrOf(nodes, edges)
  const full = best(() => louvain(graph, options))
  const value = qualityOf(graph, full.result, 'modularity', 1)
  printAlone({
    'full run': [full.processor, 'CPU seconds'],
    'modularity of the full run': [value, 'modularity'],
    ...figuresOfBatch('10 edges', nodes, edges, 10, full.processor),
    ...figuresOfBatch(
      'an edge in a hundred',
      nodes,
      edges,
      Math.round(edges.from.length / 100),
      full.processor,
    ),
  })
}

function figuresOfBatch(
  name: string,
  nodes: number,
  edges: EdgeList,
  count: number,
  full: number,
): BenchFigures {
  const end = edges.from.length - count
  const before = csrOf(nodes, part(edges, 0, end))
  const live = liveCommunities(before, leiden(before, { ...options, seed }), options)
  const batch = part(edges, end, edges.from.length)
  collect()
  const coming = timed(() => change(live, batch)).processor
  const after = csrOf(nodes, edges)
  const value = qualityOf(after, live.communities, 'modularity', 1)
  const going = timed(() => change(live, { ...batch, weights: new Float64Array(count) })).processor
  return {
    [`${name} come`]: [coming, 'CPU seconds'],
    [`${name} come: full run over it`]: [full / coming, 'ratio'],
    [`${name} come: modularity after`]: [value, 'modularity'],
    [`${name} go`]: [going, 'CPU seconds'],
    [`${name} go: full run over it`]: [full / going, 'ratio'],
    [`${name} go: modularity after`]: [
      qualityOf(before, live.communities, 'modularity', 1),
      'modularity',
    ],
  }
}

function part({ from, to, weights }: EdgeList, begin: number, end: number) {
  return {
    from: from.slice(begin, end),
    to: to.slice(begin, end),
    weights: Float64Array.from(weights.subarray(begin, end)),
  }
}
