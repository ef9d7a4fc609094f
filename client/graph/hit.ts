import type { Point } from '../../server/picture/geometry.ts'
import type { Shape } from '../../server/picture/shape.ts'
import { type Camera, toPicture } from './camera.ts'
import { pathOf } from './painter.ts'

const reachPx = 8

/** The topmost shape with a subject or a hint under a point of the canvas; lines are hit within a few pixels. */
export function shapeAt(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  camera: Camera,
  point: Point,
): Shape | undefined {
  const { x, y } = toPicture(camera, point)
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.lineWidth = reachPx / camera.scale
  context.setLineDash([])
  const hit = shapes.findLast((shape) => {
    if (shape.subject === undefined && shape.hint === undefined) return false
    if (shape.shape === 'node') return Math.hypot(shape.x - x, shape.y - y) <= shape.radius
    if (shape.shape === 'text') return false
    const path = pathOf(shape)
    return shape.shape === 'path'
      ? context.isPointInStroke(path, x, y)
      : context.isPointInPath(path, x, y)
  })
  context.restore()
  return hit
}
