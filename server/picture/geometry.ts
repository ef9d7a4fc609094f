export interface Point {
  readonly x: number
  readonly y: number
}

/** Pixels with one decimal: pictures are compared byte by byte. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10
  return rounded === 0 ? 0 : rounded
}

/** Path data of a closed polygon with right angles, its corners rounded by up to `radius` pixels. */
export function roundedPolygon(corners: readonly Point[], radius: number): string {
  const parts = corners.map((corner, index) => {
    const before = corners.at(index - 1) ?? corner
    const after = corners[(index + 1) % corners.length] ?? corner
    const start = towards(corner, before, radius)
    const end = towards(corner, after, radius)
    return `${index === 0 ? 'M' : 'L'}${at(start)}Q${at(corner)} ${at(end)}`
  })
  return `${parts.join('')}Z`
}

/** Path data of a curve that leaves and arrives level, as the columns' edges do. */
export function levelCurve(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2
  return `M${at(from)}C${at({ x: middle, y: from.y })} ${at({ x: middle, y: to.y })} ${at(to)}`
}

export function line(from: Point, to: Point): string {
  return `M${at(from)}L${at(to)}`
}

/** `12.5 80`. */
export function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function towards(from: Point, to: Point, radius: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
