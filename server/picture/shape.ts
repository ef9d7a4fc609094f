import type { NodeKind } from '../domain/graph.ts'

/** What a filled or stroked shape stands for; `style.ts` says how that looks. */
export type ShapeStyle =
  | 'hull'
  | 'ring-name'
  | 'axis'
  | 'tick'
  | 'year'
  | 'now'
  | 'now-head'
  | 'edge'
  | 'edge-shared'
  | 'row'
  | 'one-controller'
  | 'shares-supply'
  | 'only-join'
  | 'only-join-ring'
  | 'life-open'
  | 'life-closed'
  | 'life-undated'
  | 'life-ghost'
  | 'closed'
  | 'closed-cross'
  | 'ended'
  | 'ended-dash'
  | 'came-back'
  | 'came-back-head'
  | 'tag'
  | 'count'
  | 'test-buy-counterfeit'
  | 'test-buy'
  | 'complaint'
  | 'hold'
  | 'hold-bars'
  | 'month-opened'
  | 'month-closed'
  | 'month-came-back'
  | 'sea'
  | 'land'
  | 'coast'
  | 'graticule'
  | 'town'
  | 'town-ring'
  | 'chosen-ring'
  | 'cluster'
  | 'flow-seen'
  | 'flow-told'
  | 'flow-shared'
  | 'flow-seen-lead'
  | 'flow-told-lead'
  | 'count-lead'

/** What a text stands for. */
export type TextStyle =
  | 'name'
  | 'name-light'
  | 'detail'
  | 'note'
  | 'axis'
  | 'chain'
  | 'ring-name'
  | 'tag'
  | 'count'
  | 'only-join'
  | 'legend'
  | 'title'

/** What a shape is a picture of, so that it can be selected, dimmed and found. */
export interface Subject {
  readonly of: 'node' | 'link' | 'edge'
  /** The key of a node, or the id of a link or edge. */
  readonly id: string
}

interface Drawn {
  readonly subject?: Subject | undefined
  /** What a pointer resting on it should say. */
  readonly hint?: string | undefined
  /** Not yet there at the as-of date: drawn faintly. */
  readonly ghost?: boolean | undefined
}

export interface RectShape extends Drawn {
  readonly shape: 'rect'
  readonly style: ShapeStyle
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
}

/** SVG path data. `weight` is a stroke width in pixels where the style leaves it to the value drawn. */
export interface PathShape extends Drawn {
  readonly shape: 'path'
  readonly style: ShapeStyle
  readonly d: string
  readonly weight?: number | undefined
}

export interface CircleShape extends Drawn {
  readonly shape: 'circle'
  readonly style: ShapeStyle
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** `y` is the baseline. `on` is the ground whose color the halo takes; without it there is none. */
export interface TextShape extends Drawn {
  readonly shape: 'text'
  readonly style: TextStyle
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
  readonly on?: 'canvas' | 'hull' | 'land' | undefined
}

export type NodeStatus = 'open' | 'closed' | 'none'

/** A node with its icon: fill tells the kind, the ring round it the status. Generic ones are hollow and dotted. */
export interface NodeShape extends Drawn {
  readonly shape: 'node'
  readonly subject: Subject
  readonly kind: NodeKind
  readonly icon: IconName
  readonly status: NodeStatus
  readonly generic: boolean
  /** Drawn as an outline: too little is known for a filled mark. */
  readonly hollow?: boolean | undefined
  readonly x: number
  readonly y: number
  readonly radius: number
}

export type Shape = RectShape | PathShape | CircleShape | TextShape | NodeShape

export type IconName =
  | 'shop'
  | 'person'
  | 'company'
  | 'card'
  | 'wallet'
  | 'origin'
  | 'factory'
  | 'place'
  | 'contact'
  | 'contacts'
  | 'ring'

/** A picture as values, in pixels from the top left; painted on a canvas, as SVG, or on paper. */
export interface Picture {
  readonly title: string
  /** The as-of date in words. */
  readonly date: string
  readonly width: number
  readonly height: number
  /** Back to front. */
  readonly shapes: readonly Shape[]
  /** What the picture leaves out, one sentence each; empty when it is whole. */
  readonly notes: readonly string[]
}
