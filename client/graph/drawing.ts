import type { Point } from '../../server/picture/geometry.ts'
import type { TieStyle } from '../../server/picture/network-graph.ts'
import type { IconName, NodeStatus, Shape, Subject } from '../../server/picture/shape.ts'
import type { Token } from '../../server/picture/theme.ts'

/** One node as it is to be drawn, at its place in picture pixels. */
export interface DrawnNode extends Point {
  readonly key: string
  readonly radius: number
  readonly fill: Token
  readonly icon: IconName
  readonly status: NodeStatus
  /** Shared by strangers: hollow, with a dotted rim. */
  readonly generic: boolean
  /** Not yet there at the as-of date. */
  readonly ghost: boolean
  /** Steps back because something else is selected. */
  readonly dim: boolean
  readonly selected: boolean
  /** Staged and not in the picture yet: hollow, with a dashed rim; a ticked one has a thicker one. */
  readonly candidate: 'none' | 'staged' | 'ticked'
  /** Kept where somebody put it. */
  readonly pinned: boolean
  /** The value that alone joins a chain to the ring. */
  readonly joins: boolean
  /** Text to find a place for; empty where the picture already carries it. */
  readonly lines: readonly string[]
}

/** One line as the renderer draws it; what the picture itself draws is not among them. */
export interface DrawnTie {
  readonly id: string
  readonly subject: Subject
  readonly from: string
  readonly to: string
  readonly style: TieStyle
  /** In pixels. */
  readonly weight: number
  readonly curved: boolean
  /** How far it bends, as a share of its length; 0 is straight. */
  readonly bend: number
  readonly dim: boolean
  /** Not yet there at the as-of date. */
  readonly ghost: boolean
  readonly selected: boolean
  /** What stands on it: a probability, a count; empty for nothing. */
  readonly text: string
  /** What stands there while it is not selected: its place is kept by this. */
  readonly resting: string
}

/** Everything that is on the canvas at one moment, as a value. */
export interface Drawing {
  readonly nodes: ReadonlyMap<string, DrawnNode>
  readonly ties: readonly DrawnTie[]
  /** Painted under the nodes. */
  readonly under: readonly Shape[]
  /** What is left out, where the picture does not say so itself. */
  readonly notes: readonly string[]
  readonly width: number
  readonly height: number
}

/** The renderer has no dotted lines: these are painted under it, straight. */
export function isDotted(style: TieStyle): boolean {
  return style === 'edge-shared' || style === 'shares-supply'
}
