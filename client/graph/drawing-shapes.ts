import type { NodeKind } from '../../server/contract/graph.ts'
import { at, type Point, round } from '../../server/picture/geometry.ts'
import { type Box, boxAround, placeLabels } from '../../server/picture/placement.ts'
import type { NodeShape, Shape } from '../../server/picture/shape.ts'
import { textWidth } from '../../server/picture/text-width.ts'
import { type Drawing, type DrawnNode, type DrawnTie, isDotted } from './drawing.ts'
import { middleOf } from './tie-geometry.ts'

const linePx = 14
/** Round the outermost nodes, for their names. */
const marginPx = 64

/**
 * What the canvas draws as shapes, so that it can be painted without it: the picture under the nodes, ties, nodes and names
 * at the same places. What is only staged is no part of the picture and is left out; what steps back is drawn faintly.
 */
export function drawingShapes(
  drawing: Drawing,
  kindOf: (key: string) => NodeKind | undefined,
  isFaint: (id: string) => boolean,
): { readonly shapes: readonly Shape[]; readonly box: Box } {
  const nodes = [...drawing.nodes.values()].filter(({ candidate }) => candidate === 'none')
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const under = drawing.under
    .filter(({ subject }) => !isStaged(subject?.id, drawing))
    .map(
      (shape): Shape =>
        shape.subject !== undefined && isFaint(shape.subject.id)
          ? { ...shape, ghost: true }
          : shape,
    )
  const box = boxOf(drawing, nodes)
  const ties = drawing.ties.filter(({ from, to }) => byKey.has(from) && byKey.has(to))
  const tags = ties.flatMap((tie) => tagShapes(tie, byKey))
  return {
    box,
    shapes: [
      ...under,
      ...ties.flatMap((tie) => lineShapes(tie, byKey)),
      ...nodes.flatMap((node) => nodeShapes(node, kindOf(node.key))),
      ...tags,
      ...labelShapes(nodes, box, tags),
    ],
  }
}

function isStaged(key: string | undefined, { nodes }: Drawing): boolean {
  return key !== undefined && (nodes.get(key)?.candidate ?? 'none') !== 'none'
}

/** The whole of the picture where it has one, and every node with room for its name. */
function boxOf({ under, width, height }: Drawing, nodes: readonly DrawnNode[]): Box {
  const whole = under.some(({ shape }) => shape === 'text')
    ? [
        { x: 0, y: 0 },
        { x: width, y: Math.min(height, lowestOf(under)) },
      ]
    : []
  const free = nodes.filter(({ lines }) => whole.length === 0 || 0 < lines.length)
  const xs = [...whole.map(({ x }) => x), ...free.flatMap(({ x }) => [x - marginPx, x + marginPx])]
  const ys = [...whole.map(({ y }) => y), ...free.flatMap(({ y }) => [y - marginPx, y + marginPx])]
  if (xs.length === 0) return { left: 0, top: 0, right: width, bottom: height }
  return {
    left: Math.floor(Math.min(...xs)),
    top: Math.floor(Math.min(...ys)),
    right: Math.ceil(Math.max(...xs)),
    bottom: Math.ceil(Math.max(...ys)),
  }
}

/** Lanes are as tall as the canvas; below what is in them nothing is to be seen. */
function lowestOf(shapes: readonly Shape[]): number {
  return 20 + Math.max(...shapes.flatMap((shape) => ('y' in shape ? [shape.y] : [])))
}

type Nodes = ReadonlyMap<string, DrawnNode>

function lineShapes(tie: DrawnTie, nodes: Nodes): readonly Shape[] {
  const [from, to] = [nodes.get(tie.from), nodes.get(tie.to)]
  if (from === undefined || to === undefined || isDotted(tie.style)) return []
  const { style, subject, weight, bend } = tie
  const ghost = tie.ghost || tie.dim
  // The middle of a quadratic curve lies half way to its control point.
  const control = middleOf(from, to, bend * 2)
  const d = bend === 0 ? `M${at(from)}L${at(to)}` : `M${at(from)}Q${at(control)} ${at(to)}`
  const line: Shape = { shape: 'path', style, d, weight: round(weight), subject, ghost }
  if (style !== 'came-back') return [line]
  const head = headAt(bend === 0 ? from : control, to, to.radius)
  return [line, { shape: 'path', style: 'came-back-head', d: head, subject, ghost }]
}

/** An arrow head that ends at the rim of the node. */
function headAt(from: Point, to: Point, radius: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const tip = { x: to.x - ux * (radius + 1), y: to.y - uy * (radius + 1) }
  const base = { x: tip.x - ux * 9, y: tip.y - uy * 9 }
  const side = (by: number) => ({ x: base.x - uy * by, y: base.y + ux * by })
  return `M${at(tip)}L${at(side(4.6))}L${at(side(-4.6))}Z`
}

function nodeShapes(node: DrawnNode, kind: NodeKind | undefined): readonly Shape[] {
  if (kind === undefined) return []
  const { key, icon, status, generic, radius } = node
  const [x, y] = [round(node.x), round(node.y)]
  const subject = { of: 'node', id: key } as const
  const ghost = node.ghost || node.dim
  const ring = (style: 'only-join-ring' | 'chosen-ring', by: number): Shape => ({
    shape: 'circle',
    style,
    x,
    y,
    radius: radius + by,
    subject,
  })
  const disc: NodeShape = {
    shape: 'node',
    subject,
    kind,
    icon,
    status,
    generic,
    x,
    y,
    radius,
    ghost,
  }
  return [
    ...(node.selected ? [ring('chosen-ring', 4)] : []),
    disc,
    ...(node.joins ? [ring('only-join-ring', 3.5)] : []),
    ...(status === 'closed' && 12 < radius ? badge(node, ghost) : []),
  ]
}

function badge({ key, x, y, radius }: DrawnNode, ghost: boolean): readonly Shape[] {
  const subject = { of: 'node', id: key } as const
  const center = { x: round(x + radius * 0.69), y: round(y - radius * 0.69) }
  const arm = { x: round(center.x - 2.2), y: round(center.y - 2.2) }
  const d = `M${at(arm)}l4.4 4.4m0 -4.4l-4.4 4.4`
  return [
    { shape: 'circle', style: 'closed', ...center, radius: 6, subject, ghost },
    { shape: 'path', style: 'closed-cross', d, subject, ghost },
  ]
}

function tagShapes(tie: DrawnTie, nodes: Nodes): readonly Shape[] {
  const [from, to] = [nodes.get(tie.from), nodes.get(tie.to)]
  if (from === undefined || to === undefined || tie.resting === '') return []
  const { x, y } = middleOf(from, to, tie.bend)
  const { subject, resting: text } = tie
  const isLink = subject.of === 'link'
  const style = isLink ? 'tag' : 'count'
  const width = round(textWidth(text, 11) + 12)
  const ghost = tie.ghost || tie.dim
  const box = { x: round(x - width / 2), y: round(y - 8), width, height: 16 }
  return [
    { shape: 'rect', style, ...box, radius: isLink ? 3 : 8, subject, ghost },
    { shape: 'text', style, x: round(x), y: round(y + 4), text, anchor: 'middle', subject, ghost },
  ]
}

function labelShapes(
  nodes: readonly DrawnNode[],
  bounds: Box,
  tags: readonly Shape[],
): readonly Shape[] {
  const named = nodes
    .filter(({ lines }) => 0 < lines.length)
    .toSorted((a, b) => b.radius - a.radius || (a.key < b.key ? -1 : 1))
  const widthOf = (text: string, index: number) => textWidth(text, index === 0 ? 12.5 : 11)
  const wanted = named.map(({ key, x, y, radius, lines }) => {
    const width = Math.max(...lines.map(widthOf))
    return { key, x, y, radius, width, height: lines.length * linePx, forced: true }
  })
  const discs = nodes.map((node) => boxAround(node, node.radius))
  const taken = tags.flatMap((shape) =>
    shape.shape === 'rect'
      ? [
          {
            left: shape.x,
            top: shape.y,
            right: shape.x + shape.width,
            bottom: shape.y + shape.height,
          },
        ]
      : [],
  )
  const placed = placeLabels(wanted, [...discs, ...taken], bounds)
  return named.flatMap(({ key, lines, ghost, dim }) => {
    const place = placed.get(key)
    if (place === undefined) return []
    return lines.map(
      (text, index): Shape => ({
        shape: 'text',
        style: index === 0 ? 'name' : 'detail',
        x: round(place.x),
        y: round(place.top + 11 + index * linePx),
        text,
        anchor: place.anchor,
        on: 'hull',
        subject: { of: 'node', id: key },
        ghost: ghost || dim,
      }),
    )
  })
}
