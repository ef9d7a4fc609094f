import type { Point } from '../../server/picture/geometry.ts'
import { type Camera, toCanvas } from './camera.ts'

/**
 * Whether a point lies inside a polygon, by the number of its sides that a ray to the right crosses; where the line crosses
 * itself, what is enclosed twice is outside. A side takes in its lower end and not its upper one, so that a ray through a
 * corner counts once.
 */
export function insidePolygon({ x, y }: Point, corners: readonly Point[]): boolean {
  let inside = false
  for (const [index, a] of corners.entries()) {
    const b = corners.at(index - 1)
    if (b === undefined || y < a.y === y < b.y) continue
    if (x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)) inside = !inside
  }
  return inside
}

/** What the column of tools takes of the canvas: names find another place. */
export const toolsBox = { left: 0, top: 0, right: 44, bottom: 300 }

/** The rectangle between two opposite corners. */
export function rectangleBetween(a: Point, b: Point): readonly Point[] {
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }]
}

/** Keys of the nodes whose center lies inside a polygon of the canvas. */
export function keysInside(
  nodes: Iterable<readonly [string, Point]>,
  camera: Camera,
  corners: readonly Point[],
): readonly string[] {
  return [...nodes].flatMap(([key, place]) =>
    insidePolygon(toCanvas(camera, place), corners) ? [key] : [],
  )
}

/** What a marked-out area does to the selection. */
export type Mode = 'replace' | 'add' | 'subtract'

export function combined(
  before: readonly string[],
  marked: readonly string[],
  mode: Mode,
): readonly string[] {
  if (mode === 'replace') return marked
  if (mode === 'add') return [...new Set([...before, ...marked])]
  const gone = new Set(marked)
  return before.filter((key) => !gone.has(key))
}
