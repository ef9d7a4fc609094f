import type { PathShape, Shape, Subject, TextShape } from '../../server/picture/shape.ts'
import { type Paint, shapeStyles, textStyles } from '../../server/picture/style.ts'
import { fontFamily, type Theme } from '../../server/picture/theme.ts'
import type { Camera } from './camera.ts'
import type { Emphasis } from './emphasis.ts'

export interface Look {
  readonly theme: Theme
  readonly emphasis: (subject: Subject) => Emphasis
}

/** Paints a picture's shapes under the camera. Nodes are left to the renderer, which also knows what lies under a pointer. */
export function paintShapes(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  camera: Camera,
  look: Look,
): void {
  const ratio = window.devicePixelRatio
  const { scale, x, y } = camera
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y)
  for (const shape of shapes) paintShape(context, shape, look)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
}

const opacityOf: Record<Emphasis, number> = { none: 1, dim: 0.42, strong: 1 }

function paintShape(context: CanvasRenderingContext2D, shape: Shape, look: Look): void {
  if (shape.shape === 'node') return
  const emphasis = shape.subject === undefined ? 'none' : look.emphasis(shape.subject)
  context.globalAlpha = opacityOf[emphasis] * (shape.ghost === true ? 0.4 : 1)
  const strong = emphasis === 'strong' && shape.subject?.of !== 'node'
  if (shape.shape === 'text') paintText(context, shape, look.theme, strong)
  else paintFigure(context, shape, look.theme, strong)
  context.globalAlpha = 1
}

type Figure = Exclude<Shape, { shape: 'text' | 'node' }>

function paintFigure(
  context: CanvasRenderingContext2D,
  shape: Figure,
  theme: Theme,
  strong: boolean,
): void {
  const path = pathOf(shape)
  const paint = paintOf(shape, strong)
  const alpha = context.globalAlpha
  const width = ('weight' in shape ? shape.weight : undefined) ?? paint.width ?? 1
  if (strong && shape.shape === 'path' && paint.fill === undefined)
    halo(context, path, width, theme)
  if (paint.fill !== undefined) {
    context.globalAlpha = alpha * (paint.fillOpacity ?? 1)
    context.fillStyle = theme[paint.fill]
    context.fill(path)
  }
  if (paint.stroke !== undefined) {
    context.globalAlpha = alpha * (paint.strokeOpacity ?? 1)
    context.strokeStyle = theme[paint.stroke]
    context.lineWidth = width
    context.setLineDash([...(paint.dash ?? [])])
    context.lineCap = paint.round === true ? 'round' : 'butt'
    context.stroke(path)
  }
  context.globalAlpha = alpha
}

/** The tag of a selected link is ink, as a pressed button is. */
function paintOf({ style }: Figure, strong: boolean): Paint {
  return strong && style === 'tag' ? { fill: 'ink', stroke: 'ink', width: 1 } : shapeStyles[style]
}

function halo(context: CanvasRenderingContext2D, path: Path2D, width: number, theme: Theme): void {
  context.save()
  context.globalAlpha *= 0.28
  context.strokeStyle = theme.focus
  context.lineWidth = width + 7
  context.lineCap = 'round'
  context.setLineDash([])
  context.stroke(path)
  context.restore()
}

function paintText(
  context: CanvasRenderingContext2D,
  shape: TextShape,
  theme: Theme,
  strong: boolean,
) {
  const { color, size, weight } = textStyles[shape.style]
  context.font = `${strong ? 600 : weight} ${size}px ${fontFamily}`
  context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
  context.textBaseline = 'alphabetic'
  if (shape.on !== undefined) {
    context.strokeStyle = theme[shape.on]
    context.lineWidth = 3
    context.lineJoin = 'round'
    context.setLineDash([])
    context.strokeText(shape.text, shape.x, shape.y)
  }
  context.fillStyle = theme[strong && shape.style === 'tag' ? 'text-inverse' : color]
  context.fillText(shape.text, shape.x, shape.y)
}

const paths = new WeakMap<Figure, Path2D>()

/** The outline of a figure; kept, for a picture is painted once a frame while the camera moves. */
export function pathOf(shape: Figure): Path2D {
  const known = paths.get(shape)
  if (known !== undefined) return known
  const path = makePath(shape)
  paths.set(shape, path)
  return path
}

function makePath(shape: Figure): Path2D {
  if (shape.shape === 'path') return new Path2D((shape as PathShape).d)
  const path = new Path2D()
  if (shape.shape === 'circle') path.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
  else path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius)
  return path
}
