import type { Point } from '../../server/picture/geometry.ts'
import { iconPaths } from '../../server/picture/icons.ts'
import { type Box, overlap } from '../../server/picture/placement.ts'
import { textStyles } from '../../server/picture/style.ts'
import { fontFamily, type Theme } from '../../server/picture/theme.ts'
import { type Camera, toCanvas } from './camera.ts'
import type { Drawing, DrawnNode, DrawnTie } from './drawing.ts'
import { middleOf } from './tie-geometry.ts'

/** Where the keyboard is and where the pointer rests, by node key. */
export interface Attention {
  readonly focused: string | undefined
  readonly hovered: string | undefined
}

interface Setting {
  readonly camera: Camera
  readonly theme: Theme
  readonly size: { readonly width: number; readonly height: number }
}

/** What stands on the discs in sight: icons, dotted rims, the mark of a closed shop, rings of selection. */
export function paintNodes(
  context: CanvasRenderingContext2D,
  { nodes }: Drawing,
  { camera, theme, size }: Setting,
): void {
  for (const node of nodes.values()) {
    const place = toCanvas(camera, node)
    if (isOutOfSight(place, (node.radius + marginPx) * camera.scale, size)) continue
    context.save()
    context.translate(place.x, place.y)
    context.scale(camera.scale, camera.scale)
    context.globalAlpha = node.dim ? 0.45 : Number(node.ghost) * -0.6 + 1
    if (leastIconPx <= node.radius * camera.scale) paintMarks(context, node, theme)
    context.globalAlpha = 1
    if (node.selected) ring(context, node.radius + 4, theme.focus, 2)
    context.restore()
  }
}

/** What is drawn round a disc reaches this far. */
const marginPx = 10
/** On a smaller disc, which sigma draws by itself, no icon can be made out. */
const leastIconPx = 2.5

function isOutOfSight({ x, y }: Point, reach: number, size: Setting['size']): boolean {
  const inside =
    0 <= x + reach && x - reach <= size.width && 0 <= y + reach && y - reach <= size.height
  return !inside
}

/** The rings of what the keyboard and the pointer are on. */
export function paintAttention(
  context: CanvasRenderingContext2D,
  { nodes }: Drawing,
  { camera, theme }: Pick<Setting, 'camera' | 'theme'>,
  { focused, hovered }: Attention,
): void {
  for (const key of new Set([focused, hovered])) {
    const node = key === undefined ? undefined : nodes.get(key)
    if (node === undefined) continue
    const { x, y } = toCanvas(camera, node)
    context.save()
    context.translate(x, y)
    context.scale(camera.scale, camera.scale)
    if (hovered === key && !node.selected) ring(context, node.radius + 3, theme['edge-strong'], 1.5)
    if (focused === key) ring(context, node.radius + 7, theme.focus, 2, [4, 3])
    context.restore()
  }
}

function paintMarks(context: CanvasRenderingContext2D, node: DrawnNode, theme: Theme): void {
  paintIcon(context, node, theme)
  if (node.candidate !== 'none')
    ring(context, node.radius, theme[node.fill], node.candidate === 'ticked' ? 2.6 : 1.4, [3, 2.5])
  else if (node.generic) ring(context, node.radius, theme[node.fill], 1.5, [2, 2])
  if (node.joins) ring(context, node.radius + 3.5, theme.account, 1.6)
  if (node.status === 'closed' && 12 < node.radius) paintBadge(context, node, theme)
  if (node.pinned) paintPin(context, node, theme)
}

const icons = new Map(Object.entries(iconPaths).map(([name, d]) => [name, new Path2D(d)]))

function paintIcon(context: CanvasRenderingContext2D, node: DrawnNode, theme: Theme): void {
  const icon = icons.get(node.icon)
  if (icon === undefined) return
  const size = node.radius < 12 ? node.radius * 1.18 : node.radius * 0.98
  context.save()
  context.scale(size / 24, size / 24)
  context.translate(-12, -12)
  context.strokeStyle = isHollow(node) ? theme[node.fill] : theme['node-icon']
  context.lineWidth = 2
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.setLineDash([])
  context.stroke(icon)
  context.restore()
}

/** A pin at the lower left: a head with its point, so that it is no mere dot of color. */
function paintPin(context: CanvasRenderingContext2D, { radius }: DrawnNode, theme: Theme): void {
  const [x, y] = [-radius * 0.72, radius * 0.72]
  context.setLineDash([])
  context.beginPath()
  context.arc(x, y, 6, 0, 2 * Math.PI)
  context.fillStyle = theme.panel
  context.fill()
  context.strokeStyle = theme['edge-strong']
  context.lineWidth = 1
  context.stroke()
  context.beginPath()
  context.arc(x, y - 1.4, 2.2, 0, 2 * Math.PI)
  context.fillStyle = theme.text
  context.fill()
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x, y + 4)
  context.strokeStyle = theme.text
  context.lineWidth = 1.3
  context.stroke()
}

function isHollow({ generic, candidate }: DrawnNode): boolean {
  return generic || candidate !== 'none'
}

function paintBadge(context: CanvasRenderingContext2D, { radius }: DrawnNode, theme: Theme): void {
  const [x, y, arm] = [radius * 0.69, -radius * 0.69, 2.2]
  context.beginPath()
  context.arc(x, y, 6, 0, 2 * Math.PI)
  context.fillStyle = theme.panel
  context.fill()
  context.setLineDash([])
  context.strokeStyle = theme.closed
  context.lineWidth = 1.2
  context.stroke()
  context.beginPath()
  context.moveTo(x - arm, y - arm)
  context.lineTo(x + arm, y + arm)
  context.moveTo(x + arm, y - arm)
  context.lineTo(x - arm, y + arm)
  context.lineWidth = 1.6
  context.lineCap = 'round'
  context.stroke()
}

function ring(
  context: CanvasRenderingContext2D,
  radius: number,
  color: string,
  width: number,
  dash: readonly number[] = [],
): void {
  context.beginPath()
  context.arc(0, 0, radius, 0, 2 * Math.PI)
  context.setLineDash([...dash])
  context.strokeStyle = color
  context.lineWidth = width
  context.stroke()
}

/**
 * Probabilities and counts on the ties, each in a small box; answers with the boxes. Which of them have room does not depend
 * on the selection; a selected one is painted whatever it covers.
 */
export function paintTags(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  { camera, theme }: { camera: Camera; theme: Theme },
): readonly Box[] {
  const taken: Box[] = []
  const boxOf = (tie: DrawnTie, text: string) => tagBox(context, drawing, camera, { tie, text })
  for (const tie of drawing.ties.filter(({ resting }) => resting !== '')) {
    const box = boxOf(tie, tie.resting)
    if (box === undefined || taken.some((other) => overlap(box, other))) continue
    taken.push(box)
    if (!tie.selected) paintTag(context, tie, box, theme)
  }
  for (const tie of drawing.ties.filter(({ selected, text }) => selected && text !== '')) {
    const box = boxOf(tie, tie.text)
    if (box !== undefined) paintTag(context, tie, box, theme)
  }
  return taken
}

function tagBox(
  context: CanvasRenderingContext2D,
  { nodes }: Drawing,
  camera: Camera,
  { tie, text }: { tie: DrawnTie; text: string },
): Box | undefined {
  const [from, to] = [nodes.get(tie.from), nodes.get(tie.to)]
  if (from === undefined || to === undefined) return undefined
  const { x, y } = middleOf(toCanvas(camera, from), toCanvas(camera, to), tie.bend)
  context.font = fontOf(tie)
  const half = context.measureText(text).width / 2 + 6
  return { left: x - half, top: y - 8, right: x + half, bottom: y + 8 }
}

function paintTag(context: CanvasRenderingContext2D, tie: DrawnTie, box: Box, theme: Theme): void {
  const isLink = tie.subject.of === 'link'
  const frame = tie.style === 'came-back' ? theme.closed : theme['edge-strong']
  context.globalAlpha = tie.dim || tie.ghost ? 0.45 : 1
  context.beginPath()
  context.roundRect(box.left, box.top, box.right - box.left, 16, isLink ? 3 : 8)
  context.fillStyle = tie.selected ? theme.ink : theme.panel
  context.fill()
  context.setLineDash([])
  context.lineWidth = 1
  context.strokeStyle = tie.selected ? theme.ink : frame
  context.stroke()
  context.textAlign = 'center'
  context.font = fontOf(tie)
  context.fillStyle = textColor(tie, theme)
  context.fillText(tie.text, (box.left + box.right) / 2, box.top + 12)
  context.globalAlpha = 1
}

function textColor({ selected, style }: DrawnTie, theme: Theme): string {
  if (selected) return theme['text-inverse']
  return theme[style === 'came-back' ? 'closed-text' : 'text']
}

function fontOf({ selected }: DrawnTie): string {
  const { size, weight } = textStyles.tag
  return `${selected ? 600 : weight} ${size}px ${fontFamily}`
}
