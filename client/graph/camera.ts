import type { Point } from '../../server/picture/geometry.ts'
import type { Drawing } from './drawing.ts'
import type { Size } from './size.ts'

/** How picture pixels become pixels of the canvas: `canvas = scale × picture + (x, y)`. */
export interface Camera {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export function toCanvas({ scale, x, y }: Camera, point: Point): Point {
  return { x: scale * point.x + x, y: scale * point.y + y }
}

export function toPicture({ scale, x, y }: Camera, point: Point): Point {
  return { x: (point.x - x) / scale, y: (point.y - y) / scale }
}

/** Room round the outermost nodes for their names, in picture pixels. */
const marginPx = 56
/** Kept free at the foot of the canvas, for what is said there. */
const footPx = 28
/** Taken at the left of the canvas by the column of tools; lanes begin beside it of themselves. */
const toolsPx = 40
const mostScale = 1.2

/** The camera that shows all of a drawing, and its whole picture where it has one; never much larger than life. */
export function fitCamera(drawing: Drawing, size: Size, whole: boolean): Camera {
  const frame = whole
    ? [
        { x: 0, y: 0 },
        { x: drawing.width, y: drawing.height },
      ]
    : []
  const beside = [...drawing.nodes.values()].filter((place) => !whole || !isWithin(place, drawing))
  const corners = beside.flatMap(({ x, y }) => [
    { x: x - marginPx, y: y - marginPx },
    { x: x + marginPx, y: y + marginPx },
  ])
  const points = [...frame, ...corners]
  const [left, right] = extent(points.map(({ x }) => x))
  const [top, bottom] = extent(points.map(({ y }) => y))
  const height = size.height - (whole ? 0 : footPx)
  const beginning = whole ? 0 : toolsPx
  const width = size.width - beginning
  const scale = Math.min(mostScale, width / (right - left), height / (bottom - top))
  return {
    scale,
    x: beginning + width / 2 - (scale * (left + right)) / 2,
    y: height / 2 - (scale * (top + bottom)) / 2,
  }
}

function isWithin({ x, y }: Point, { width, height }: Size): boolean {
  return 0 <= x && x <= width && 0 <= y && y <= height
}

/** The camera moved as little as it takes to show a place well inside the canvas. */
export function withInView(camera: Camera, place: Point, size: Size): Camera {
  const { x, y } = toCanvas(camera, place)
  return {
    ...camera,
    x: camera.x + inset(x, size.width) - x,
    y: camera.y + inset(y, size.height) - y,
  }
}

/** Whether one of the nodes lies outside the canvas. */
export function isOutside(camera: Camera, places: readonly Point[], size: Size): boolean {
  return places.some((place) => {
    const { x, y } = toCanvas(camera, place)
    return x < 0 || y < 0 || size.width < x || size.height < y
  })
}

function inset(value: number, length: number): number {
  return Math.min(Math.max(value, marginPx), length - marginPx)
}

function extent(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1]
  return [Math.min(...values), Math.max(...values)]
}
