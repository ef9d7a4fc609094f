import type { Point } from './geometry.ts'
import { at } from './geometry.ts'

/** Path data of a smooth hull round points, `margin` pixels away from them; empty for less than two points. */
export function hullPath(points: readonly Point[], margin: number): string {
  const corners = convexHull(points.flatMap((point) => around(point, margin)))
  if (points.length < 2 || corners.length < 3) return ''
  const middles = corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner
    return { corner, middle: { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 } }
  })
  const start = middles.at(-1)?.middle ?? { x: 0, y: 0 }
  const curves = middles.map(({ corner, middle }) => `Q${at(corner)} ${at(middle)}`)
  return `M${at(start)}${curves.join('')}Z`
}

function around({ x, y }: Point, margin: number): readonly Point[] {
  return eighths.map((angle) => ({
    x: x + Math.cos(angle) * margin,
    y: y + Math.sin(angle) * margin,
  }))
}

const eighths = Array.from({ length: 8 }, (_, index) => (index * Math.PI) / 4)

/** Andrew's monotone chain (Information Processing Letters 9, 1979, doi:10.1016/0020-0190(79)90072-3), clockwise on a page. */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (1 < chain.length && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (a === undefined || b === undefined) return 1
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
