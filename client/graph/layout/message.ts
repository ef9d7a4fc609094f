import type { Box } from '../../../server/picture/force.ts'
import type { Point } from '../../../server/picture/geometry.ts'
import type { NetworkGraph } from '../../../server/picture/network-graph.ts'
import type { RingPicture } from '../../../server/picture/ring-picture.ts'

/** What the worker is asked: places for a network in a box. */
export interface ForceQuestion {
  readonly id: number
  readonly picture: RingPicture
  readonly graph: Pick<NetworkGraph, 'nodes' | 'ties'>
  readonly box: Box
}

export interface ForceAnswer {
  readonly id: number
  readonly places: ReadonlyMap<string, Point>
}
