import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'

import { compareText } from '../domain/canonical.ts'
import { mulberry32 } from '../domain/random.ts'
import { byPart } from './by-part.ts'
import { connectedPieces } from './pieces.ts'
import type { Step } from './steps.ts'

/** Bits of one step count up to here as weight, so that a single certain link does not decide a division. */
const bitsAtMost = 20
const bitsAtLeast = 0.1

/**
 * Divides a part that holds more than `maxSize` shops into communities, each connected within itself.
 *
 * Louvain (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008) with bits as weights. Its answer depends on the order in
 * which nodes and edges arrive even when it is seeded, so the graph is built in sorted order. A community that comes out in
 * pieces is as many parts. What is still too large is divided again, until nothing divides it: shops that are all linked
 * to each other stay together.
 */
export function divide(
  shops: readonly string[],
  steps: readonly Step[],
  options: { readonly seed: number; readonly maxSize: number },
): string[][] {
  if (shops.length <= options.maxSize) return [shops.toSorted(compareText)]
  const graph = canonicalGraph(shops, steps)
  const communities = louvain(graph, {
    getEdgeWeight: 'weight',
    resolution: 1,
    rng: mulberry32(options.seed),
  })
  const pieces = connectedPieces(graph, communities)
  if (pieces.length === 1) return pieces
  const inside = byPart(steps, pieces)
  return pieces.flatMap((piece, place) => divide(piece, inside[place] ?? [], options))
}

function canonicalGraph(shops: readonly string[], steps: readonly Step[]): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const shop of shops.toSorted(compareText)) graph.addNode(shop)
  const canonical = steps.toSorted((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b))
  for (const { a, b, link } of canonical) {
    graph.addEdge(a, b, { weight: Math.min(Math.max(link.bits, bitsAtLeast), bitsAtMost) })
  }
  return graph
}
