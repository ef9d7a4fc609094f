import type { NodeKind } from '../domain/graph.ts'
import type { ShapeStyle, TextStyle } from './shape.ts'
import type { Token } from './theme.ts'

/** How a shape is painted. Widths and dashes are in pixels at scale 1. */
export interface Paint {
  readonly fill?: Token
  readonly fillOpacity?: number
  readonly stroke?: Token
  readonly strokeOpacity?: number
  readonly width?: number
  readonly dash?: readonly number[]
  readonly round?: boolean
}

export interface Type {
  readonly color: Token
  /** In pixels at scale 1. */
  readonly size: number
  readonly weight: 400 | 500 | 600
}

const dotted = [1, 3]
/** With round caps each dash is a dot. */
const dots = [0.1, 5]

export const shapeStyles: Record<ShapeStyle, Paint> = {
  hull: { fill: 'hull', stroke: 'hull-line', width: 1 },
  'ring-name': { fill: 'ink' },
  axis: { stroke: 'line-strong', width: 1 },
  tick: { stroke: 'line-strong', width: 1 },
  year: { stroke: 'hull-line', width: 1, dash: dotted },
  now: { stroke: 'text', width: 1 },
  'now-head': { fill: 'text' },
  edge: { stroke: 'edge', width: 1.2 },
  'edge-shared': { stroke: 'edge', width: 1.2, dash: dotted },
  row: { stroke: 'edge', width: 1, dash: dotted },
  'one-controller': { stroke: 'edge-strong', width: 2 },
  'shares-supply': { stroke: 'unknown', width: 2.6, dash: dots, round: true },
  'only-join': { stroke: 'account', width: 2 },
  'only-join-ring': { stroke: 'account', width: 1.6 },
  'life-open': { fill: 'shop' },
  'life-closed': {
    fill: 'shop',
    fillOpacity: 0.16,
    stroke: 'shop',
    strokeOpacity: 0.55,
    width: 1,
  },
  'life-undated': {
    fill: 'shop',
    fillOpacity: 0.08,
    stroke: 'shop',
    strokeOpacity: 0.55,
    width: 1,
    dash: [3, 3],
  },
  'life-ghost': { stroke: 'edge', strokeOpacity: 0.7, width: 1, dash: [3, 3] },
  closed: { fill: 'panel', stroke: 'closed', width: 1.4 },
  'closed-cross': { stroke: 'closed', width: 1.8, round: true },
  ended: { fill: 'panel', stroke: 'unknown', width: 1.4 },
  'ended-dash': { stroke: 'unknown', width: 1.8, round: true },
  'came-back': { stroke: 'closed', width: 2.4 },
  'came-back-head': { fill: 'closed' },
  tag: { fill: 'panel', stroke: 'closed', width: 1 },
  count: { fill: 'panel', stroke: 'edge-strong', width: 1 },
  'test-buy-counterfeit': { fill: 'closed', stroke: 'panel', width: 1 },
  'test-buy': { fill: 'panel', stroke: 'edge-strong', width: 1.2 },
  complaint: { fill: 'warn', stroke: 'panel', width: 1 },
  hold: { fill: 'panel', stroke: 'warn', width: 1.8 },
  'hold-bars': { stroke: 'warn', width: 1.8, round: true },
  'month-opened': { fill: 'p0' },
  'month-closed': { fill: 'closed', fillOpacity: 0.85 },
  'month-came-back': { fill: 'p95' },
  sea: { fill: 'sea' },
  land: { fill: 'land' },
  coast: { stroke: 'land-line', width: 0.8 },
  graticule: { stroke: 'land-line', width: 1, dash: [1, 4] },
  town: { fill: 'text-3' },
  'town-ring': { stroke: 'text-3', width: 1.2, dash: [2, 3] },
  'chosen-ring': { stroke: 'focus', width: 2 },
  cluster: { fill: 'panel', stroke: 'edge-strong', width: 1.6 },
  'flow-seen': { stroke: 'edge-strong', strokeOpacity: 0.65, round: true },
  'flow-told': { stroke: 'edge-strong', strokeOpacity: 0.75, dash: [6, 3] },
  'flow-shared': { stroke: 'unknown', dash: dots, round: true },
  'flow-seen-lead': { stroke: 'factory', strokeOpacity: 0.9, round: true },
  'flow-told-lead': { stroke: 'factory', strokeOpacity: 0.9, dash: [8, 2.5] },
  'count-lead': { fill: 'panel', stroke: 'factory', width: 1 },
}

export const textStyles: Record<TextStyle, Type> = {
  name: { color: 'text', size: 12.5, weight: 600 },
  'name-light': { color: 'text', size: 12, weight: 500 },
  detail: { color: 'text-2', size: 11, weight: 400 },
  note: { color: 'text-3', size: 11, weight: 400 },
  axis: { color: 'text-3', size: 11, weight: 400 },
  chain: { color: 'text', size: 12, weight: 600 },
  'ring-name': { color: 'text-inverse', size: 11, weight: 600 },
  tag: { color: 'closed-text', size: 11, weight: 500 },
  count: { color: 'text', size: 11, weight: 600 },
  'only-join': { color: 'account-text', size: 12, weight: 600 },
  legend: { color: 'text-2', size: 11, weight: 400 },
  title: { color: 'text', size: 13, weight: 600 },
}

/** Fill of a node by its kind. */
export const kindTokens: Record<NodeKind, Token> = {
  Shop: 'shop',
  Identity: 'identity',
  Contact: 'contact',
  PaymentAccount: 'account',
  Origin: 'origin',
  Factory: 'factory',
  Place: 'origin',
  Ring: 'contact',
}
