import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

import type { Box } from '../../../server/picture/force.ts'
import type { Point } from '../../../server/picture/geometry.ts'
import type { NetworkGraph } from '../../../server/picture/network-graph.ts'
import type { RingPicture } from '../../../server/picture/ring-picture.ts'
import { seedPlaces } from '../../../server/picture/seed-places.ts'

const iterations = 200

/**
 * Places for a large network: ForceAtlas2 with the Barnes-Hut approximation from a given start, so that the same graph
 * gives the same places. Jacomy et al., PLoS ONE 9 (2014), doi:10.1371/journal.pone.0098679.
 */
export function largePlaces(
  picture: RingPicture,
  { nodes, ties }: Pick<NetworkGraph, 'nodes' | 'ties'>,
  box: Box,
): ReadonlyMap<string, Point> {
  const graph = new UndirectedGraph<Point>()
  for (const [key, place] of seedPlaces(picture, nodes, box)) graph.addNode(key, { ...place })
  for (const { from, to } of ties) {
    if (graph.hasNode(from) && graph.hasNode(to) && from !== to) graph.mergeEdge(from, to)
  }
  const places = forceAtlas2(graph, {
    iterations,
    settings: { barnesHutOptimize: true, gravity: 0.6, scalingRatio: 12, linLogMode: false },
  })
  return fitted(new Map(Object.entries(places) as [string, Point][]), box)
}

function fitted(
  places: ReadonlyMap<string, Point>,
  { width, height }: Box,
): ReadonlyMap<string, Point> {
  const xs = [...places.values()].map(({ x }) => x)
  const ys = [...places.values()].map(({ y }) => y)
  const across = scaleOnto(xs, width)
  const down = scaleOnto(ys, height)
  return new Map([...places].map(([key, { x, y }]) => [key, { x: across(x), y: down(y) }]))
}

function scaleOnto(values: readonly number[], length: number): (value: number) => number {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const span = most - least || 1
  return (value) => 60 + ((value - least) / span) * (length - 120)
}
