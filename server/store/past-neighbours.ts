import { z } from 'zod'

import { bareEdge } from '../domain/bare-edge.ts'
import { bareNode } from '../domain/bare-node.ts'
import { compareText } from '../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import { compareCounts } from './compare-edges.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { expandByPages } from './expand-by-pages.ts'
import type { Told } from './past-graph.ts'
import type {
  Direction,
  Expanded,
  Neighbour,
  NeighbourCount,
  NeighbourQuery,
  Page,
} from './port.ts'
import { sortable } from './sortable.ts'

/** Relations of a node by type, direction and kind of the other end, sorted by these. */
export function countNeighbours(key: string, told: Told): NeighbourCount[] {
  const counts = new Map<string, NeighbourCount>()
  for (const { edge, direction, node } of neighboursOf(key, told)) {
    const id = JSON.stringify([edge.type, direction, node.kind])
    const count = (counts.get(id)?.count ?? 0) + 1
    counts.set(id, { type: edge.type, direction, kind: node.kind, count })
  }
  return [...counts.values()].toSorted(compareCounts)
}

const Position = z.tuple([z.string(), z.string()])

/** One page of neighbours, by key of the neighbour, then discriminator. */
export function pageOfNeighbours(
  key: string,
  { type, direction, kind, limit, cursor }: NeighbourQuery,
  told: Told,
): Page<Neighbour> {
  const after = readCursor(cursor, Position)
  const all = neighboursOf(key, told)
    .filter((one) => one.edge.type === type && one.direction === direction)
    .filter((one) => kind === undefined || one.node.kind === kind)
    .toSorted(byPlace)
  const left = all.filter((one) => after === undefined || isAfter(one, after))
  const items = left.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ edge, node }) => ({ edge: bareEdge(edge), node: bareNode(node) })),
    ...(limit < left.length && last && { next: writeCursor(placeOf(last)) }),
    total: all.length,
  }
}

/** Both of what one telling says. */
export function expandTold(
  key: string,
  told: Told,
  options: { readonly most: number },
): Promise<Expanded> {
  const then = {
    neighbourCounts: async () => countNeighbours(key, told),
    neighbours: async (_key: string, query: NeighbourQuery) => pageOfNeighbours(key, query, told),
  }
  return expandByPages(then, key, options)
}

interface Directed {
  readonly edge: GraphEdge
  readonly direction: Direction
  readonly node: GraphNode
}

function neighboursOf(key: string, { nodes, edges }: Told): Directed[] {
  return edges.flatMap((edge): Directed[] => {
    const direction = edge.from === key ? 'out' : 'in'
    const node = nodes.get(direction === 'out' ? edge.to : edge.from)
    return node === undefined ? [] : [{ edge, direction, node }]
  })
}

function placeOf({ edge, node }: Directed): [string, string] {
  return [node.key, sortable(edge.discriminator)]
}

function byPlace(a: Directed, b: Directed): number {
  const [keyA, sortA] = placeOf(a)
  const [keyB, sortB] = placeOf(b)
  return compareText(keyA, keyB) || compareText(sortA, sortB)
}

function isAfter(one: Directed, [key, sort]: readonly [string, string]): boolean {
  const [ownKey, ownSort] = placeOf(one)
  return key < ownKey || (key === ownKey && sort < ownSort)
}
