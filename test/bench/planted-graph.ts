import { mulberry32, shuffle } from '../../server/domain/random.ts'
import type { EdgeList } from '../../server/rings/kernel/csr.ts'

export interface PlantedGraph {
  readonly nodes: number
  /** Each pair of nodes once, in no order. */
  readonly edges: EdgeList
  /** By node. */
  readonly communities: Int32Array
}

/** Edges inside a community, of all. */
const inside = 0.7
/** A node for so many edges, as in the graphs that community detection is compared on. */
const edgesPerNode = 10

/** Communities of 10 to 200 nodes, most of them small, nodes numbered at random; edges of weights from .25 to 1.75. The same seed gives the same graph. */
export function plantedGraph(edges: number, seed: number): PlantedGraph {
  const random = mulberry32(seed)
  const nodes = Math.max(400, Math.round(edges / edgesPerNode))
  const starts = communityStarts(nodes, random)
  const communityAt = placesOf(starts, nodes)
  const names = shuffle(
    Int32Array.from({ length: nodes }, (_, n) => n),
    random,
  )
  const seen = new Set<number>()
  const [from, to] = [new Int32Array(edges), new Int32Array(edges)]
  for (let edge = 0; edge < edges; ) {
    const a = Math.floor(random() * nodes)
    const own = communityAt[a] as number
    const [first, end] =
      random() < inside ? [starts[own] ?? 0, starts[own + 1] ?? nodes] : [0, nodes]
    const b = first + Math.floor(random() * (end - first))
    const pair = Math.min(a, b) * nodes + Math.max(a, b)
    if (a === b || seen.has(pair)) continue
    seen.add(pair)
    from[edge] = names[a] as number
    to[edge] = names[b] as number
    edge++
  }
  const communities = new Int32Array(nodes)
  for (let place = 0; place < nodes; place++)
    communities[names[place] as number] = communityAt[place] as number
  return {
    nodes,
    edges: { from, to, weights: Float64Array.from(from, () => 0.25 + 1.5 * random()) },
    communities,
  }
}

function communityStarts(nodes: number, random: () => number): number[] {
  const starts = [0]
  while ((starts.at(-1) ?? nodes) < nodes)
    starts.push(Math.min(nodes, (starts.at(-1) ?? 0) + 10 + Math.floor(190 * random() ** 3)))
  return starts
}

function placesOf(starts: readonly number[], nodes: number): Int32Array {
  const places = new Int32Array(nodes)
  for (const [community, start] of starts.entries()) places.fill(community, start)
  return places
}
