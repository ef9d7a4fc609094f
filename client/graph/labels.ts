import { type Box, boxAround, boxOf, placeLabels } from '../../server/picture/placement.ts'
import { textStyles } from '../../server/picture/style.ts'
import { fontFamily, type Theme } from '../../server/picture/theme.ts'
import { type Camera, toCanvas } from './camera.ts'
import type { Drawing, DrawnNode } from './drawing.ts'

const linePx = 14
/** Up to here every node is named, wherever its name covers least. */
const fewNodes = 60
const [first, second] = [textStyles.name, textStyles.detail]

/**
 * Names beside their nodes, in two lines with a halo. Shops choose first; a name covers neither a node nor another
 * name where there is room, and one that finds no place is left to the tooltip.
 */
export function paintLabels(
  context: CanvasRenderingContext2D,
  { nodes }: Drawing,
  setting: {
    readonly camera: Camera
    readonly theme: Theme
    /** What is painted already and may not be covered. */
    readonly taken: readonly Box[]
    readonly size: { readonly width: number; readonly height: number }
  },
): void {
  const { camera, theme, size } = setting
  const named = namedIn(nodes)
  const wanted = named.map((node) => ({
    key: node.key,
    ...toCanvas(camera, node),
    radius: node.radius * camera.scale,
    width: widthOf(context, node),
    height: node.lines.length * linePx,
    forced: node.selected || named.length <= fewNodes,
  }))
  const discs = [...nodes.values()].map((node) =>
    boxAround(toCanvas(camera, node), node.radius * camera.scale),
  )
  const bounds = { left: 2, top: 2, right: size.width - 2, bottom: size.height - 2 }
  const placed = placeLabels(wanted, [...discs, ...setting.taken], bounds)
  for (const node of named) {
    const place = placed.get(node.key)
    if (place === undefined) continue
    const width = widthOf(context, node)
    const { left, top } = boxOf(place, width, 0)
    const x = { start: left, middle: left + width / 2, end: left + width }[place.anchor]
    context.textAlign = place.anchor === 'middle' ? 'center' : place.anchor
    context.globalAlpha = node.dim ? 0.45 : Number(node.ghost) * -0.5 + 1
    paintLines(context, node, { x, top }, theme)
    context.globalAlpha = 1
  }
}

function paintLines(
  context: CanvasRenderingContext2D,
  { lines }: DrawnNode,
  { x, top }: { x: number; top: number },
  theme: Theme,
): void {
  lines.forEach((line, index) => {
    const style = index === 0 ? first : second
    const y = top + 11 + index * linePx
    context.font = fontOf(index)
    context.setLineDash([])
    context.lineJoin = 'round'
    context.lineWidth = 3
    context.strokeStyle = theme.hull
    context.strokeText(line, x, y)
    context.fillStyle = theme[style.color]
    context.fillText(line, x, y)
  })
}

const orders = new WeakMap<Drawing['nodes'], readonly DrawnNode[]>()

/** The nodes of a drawing that have a name, in the order in which they choose; the same for every frame of it. */
function namedIn(nodes: Drawing['nodes']): readonly DrawnNode[] {
  const known = orders.get(nodes)
  if (known !== undefined) return known
  const named = [...nodes.values()].filter(({ lines }) => 0 < lines.length).toSorted(byImportance)
  orders.set(nodes, named)
  return named
}

/** By size and key alone: a selection must not send names to other places. */
function byImportance(a: DrawnNode, b: DrawnNode): number {
  return b.radius - a.radius || (a.key < b.key ? -1 : 1)
}

function fontOf(index: number): string {
  const { size, weight } = index === 0 ? first : second
  return `${weight} ${size}px ${fontFamily}`
}

let widths = new WeakMap<DrawnNode, number>()

/** The measured width of a name; measuring is what costs, so it is done once a node. */
function widthOf(context: CanvasRenderingContext2D, node: DrawnNode): number {
  const known = widths.get(node)
  if (known !== undefined) return known
  const all = node.lines.map((line, index) => measured(context, line, index))
  const width = Math.max(...all)
  widths.set(node, width)
  return width
}

function measured(context: CanvasRenderingContext2D, line: string, index: number): number {
  context.font = fontOf(index)
  return context.measureText(line).width
}

/** Forgets widths that were measured before the page's font had come. */
export function forgetWidths(): void {
  widths = new WeakMap()
}
