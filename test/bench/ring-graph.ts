import { mulberry32, shuffle } from '../../server/domain/random.ts'
import type { PlantedGraph } from './planted-graph.ts'

/** Edges a node: rings are small, and most edges are coincidences. */
const edgesPerNode = 20
/** Of all pairs in a ring, and of all pairs that share one piece of infrastructure, those that are linked. */
const ringDensity = 0.6
const sharedDensity = 0.5
/** Mean weight of an edge within a ring, and of any other. */
const ringWeight = 1
const otherWeight = 0.25

/**
 * A graph in the shape of this product's: rings of 5 to 30 nodes, and around them light edges, half of them anywhere, half between 20 to 60 nodes that share a locker or a host. Weights
 * are gamma-distributed of shape 2. The same seed gives the same graph.
 */
export function ringGraph(edges: number, seed: number): PlantedGraph {
  const random = mulberry32(seed)
  const nodes = Math.max(100, Math.round(edges / edgesPerNode))
  const names = shuffle(
    Int32Array.from({ length: nodes }, (_, n) => n),
    random,
  )
  const list = edgeCollector(edges, nodes, random)
  const communities = new Int32Array(nodes)
  for (let start = 0, ring = 0; start < nodes; ring++) {
    const members = names.subarray(start, start + 5 + Math.floor(26 * random()))
    for (const node of members) communities[node] = ring
    list.joinAll(members, ringDensity, ringWeight)
    start += members.length
  }
  const anyNode = () => Math.floor(random() * nodes)
  const uniformUntil = list.length() + (edges - list.length()) / 2
  while (list.length() < uniformUntil) list.join(anyNode(), anyNode(), otherWeight)
  while (list.length() < edges)
    list.joinAll(
      Int32Array.from({ length: 20 + Math.floor(41 * random()) }, anyNode),
      sharedDensity,
      otherWeight,
    )
  return { nodes, edges: list.shuffled(), communities }
}

/** Takes each pair once, and no more than `most` of them. */
function edgeCollector(most: number, nodes: number, random: () => number) {
  const seen = new Set<number>()
  const [from, to] = [new Int32Array(most), new Int32Array(most)]
  const weights = new Float64Array(most)
  let length = 0
  const join = (a: number, b: number, mean: number) => {
    const pair = Math.min(a, b) * nodes + Math.max(a, b)
    if (a === b || length === most || seen.has(pair)) return
    seen.add(pair)
    from[length] = a
    to[length] = b
    weights[length] = (-mean / 2) * Math.log((1 - random()) * (1 - random()))
    length++
  }
  const joinAll = (members: Int32Array, density: number, mean: number) => {
    for (const [place, a] of members.entries())
      for (const b of members.subarray(place + 1)) if (random() < density) join(a, b, mean)
  }
  const shuffled = () => {
    const order = shuffle(
      Int32Array.from({ length }, (_, edge) => edge),
      random,
    )
    return {
      from: order.map((edge) => from[edge] as number),
      to: order.map((edge) => to[edge] as number),
      weights: Float64Array.from(order, (edge) => weights[edge] as number),
    }
  }
  return { join, joinAll, shuffled, length: () => length }
}
