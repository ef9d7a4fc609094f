import type { Point } from '../../server/picture/geometry.ts'

/** How far a curved tie bends, as a share of its length; the renderer is given the same number. */
export const curvature = 0.2

/** The middle of a tie, where its text stands; `y` runs down. */
export function middleOf(from: Point, to: Point, curve: number): Point {
  const bend = curve / 2
  return {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
  }
}
