import type { UndirectedGraph } from 'graphology'

import { compareText } from '../domain/canonical.ts'

/**
 * The connected pieces of each community, each sorted, in the order of the graph's nodes.
 *
 * Louvain promises no connected communities (Traag et al. 2019, doi:10.1038/s41598-019-41695-z); in trials it broke
 * one graph in some thousands, all of them large and sparse. A ring in pieces would claim what no link supports.
 */
export function connectedPieces(
  graph: UndirectedGraph,
  communityOf: Readonly<Record<string, number>>,
): string[][] {
  const seen = new Set<string>()
  const pieces: string[][] = []
  for (const start of graph.nodes()) {
    if (seen.has(start)) continue
    const piece = reached(start, (shop) =>
      graph.neighbors(shop).filter((next) => communityOf[next] === communityOf[start]),
    )
    for (const shop of piece) seen.add(shop)
    pieces.push(piece.toSorted(compareText))
  }
  return pieces
}

function reached(start: string, next: (shop: string) => readonly string[]): string[] {
  const found = new Set([start])
  // A set that grows while it is walked: what is reached from a shop comes after it.
  for (const shop of found) {
    for (const other of next(shop)) found.add(other)
  }
  return [...found]
}
