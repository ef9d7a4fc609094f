import type { Point } from './geometry.ts'

export interface Box {
  readonly width: number
  readonly height: number
}

/**
 * Places for a network in a box, in pixels: springs along the ties, repulsion between all, cooled over a fixed number of
 * rounds, then pushed apart where nodes or their labels would touch.
 *
 * Fruchterman and Reingold, "Graph drawing by force-directed placement", Software: Practice and Experience 21 (1991),
 * doi:10.1002/spe.4380211102; the start is given and nothing is random, so the same graph gives the same places.
 */
export function forcePlaces(
  start: ReadonlyMap<string, Point>,
  ties: readonly { readonly from: string; readonly to: string }[],
  box: Box,
): ReadonlyMap<string, Point> {
  const keys = [...start.keys()]
  const index = new Map(keys.map((key, position) => [key, position]))
  const springs = ties.flatMap(({ from, to }): [number, number][] => {
    const [a, b] = [index.get(from), index.get(to)]
    return a === undefined || b === undefined || a === b ? [] : [[a, b]]
  })
  const places = [...start.values()].map(({ x, y }) => ({ x, y }))
  const ideal = Math.sqrt((box.width * box.height) / Math.max(1, keys.length)) * 0.72
  for (let round = 0; round < rounds; round += 1) {
    const moves = forces(places, springs, ideal)
    const most = (ideal * (1 - round / rounds)) / 3 + 0.5
    places.forEach((place, position) => {
      const move = moves[position] ?? { x: 0, y: 0 }
      const length = Math.hypot(move.x, move.y) || 1
      place.x += (move.x / length) * Math.min(length, most)
      place.y += (move.y / length) * Math.min(length, most)
    })
  }
  const turned = turnedWide(places, [...start.values()])
  let fitted = fitInto(turned, box)
  for (let pass = 0; pass < passes; pass += 1) fitted = fitInto(separated(fitted), box)
  return new Map(keys.map((key, position) => [key, rounded(fitted[position] ?? { x: 0, y: 0 })]))
}

const rounds = 260
/** Pushing apart leaves the box, and fitting pushes together again. */
const passes = 5

interface Movable {
  x: number
  y: number
}

function forces(places: readonly Point[], springs: readonly [number, number][], ideal: number) {
  const moves = places.map((): Movable => ({ x: 0, y: 0 }))
  const add = (position: number, x: number, y: number) => {
    const move = moves[position]
    if (move === undefined) return
    move.x += x
    move.y += y
  }
  places.forEach((a, i) => {
    for (let j = 0; j < i; j += 1) {
      const b = places[j] ?? a
      const [dx, dy] = apart(a, b, i)
      const push = (ideal * ideal) / (dx * dx + dy * dy)
      add(i, dx * push, dy * push)
      add(j, -dx * push, -dy * push)
    }
  })
  const center = meanOf(places)
  places.forEach(({ x, y }, i) => {
    add(i, (center.x - x) * gravity, (center.y - y) * gravity)
  })
  for (const [i, j] of springs) {
    const [a, b] = [places[i] ?? origin, places[j] ?? origin]
    const [dx, dy] = apart(a, b, i)
    const pull = Math.hypot(dx, dy) / ideal
    add(i, -dx * pull, -dy * pull)
    add(j, dx * pull, dy * pull)
  }
  return moves
}

/** Pull to the middle, as a share of the distance: parts that nothing joins stay in sight of each other. */
const gravity = 0.12

const origin: Point = { x: 0, y: 0 }

/** The vector from b to a; two nodes on one spot are told apart by their order. */
function apart(a: Point, b: Point, order: number): readonly [number, number] {
  const [dx, dy] = [a.x - b.x, a.y - b.y]
  return dx === 0 && dy === 0 ? [0.1 * (order + 1), 0.1] : [dx, dy]
}

/** Turns the longer axis of the places level, and keeps left and top where the start had them. */
function turnedWide(places: readonly Point[], start: readonly Point[]): readonly Point[] {
  const center = meanOf(places)
  const [xx, yy, xy] = places.reduce(
    ([a, b, c], { x, y }) => {
      const [dx, dy] = [x - center.x, y - center.y]
      return [a + dx * dx, b + dy * dy, c + dx * dy]
    },
    [0, 0, 0] as [number, number, number],
  )
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const turned = places.map(({ x, y }) => {
    const [dx, dy] = [x - center.x, y - center.y]
    return { x: dx * cos + dy * sin, y: dy * cos - dx * sin }
  })
  const before = meanOf(start)
  const agrees = (axis: 'x' | 'y') =>
    turned.reduce((sum, place, index) => {
      const from = start[index] ?? before
      return sum + place[axis] * (from[axis] - before[axis])
    }, 0)
  const [flipX, flipY] = [agrees('x') < 0 ? -1 : 1, agrees('y') < 0 ? -1 : 1]
  return turned.map(({ x, y }) => ({ x: x * flipX, y: y * flipY }))
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), origin)
  const count = Math.max(1, points.length)
  return { x: sum.x / count, y: sum.y / count }
}

/** Stretches the places to the box; both directions on their own, for a wide box deserves a wide picture. */
function fitInto(places: readonly Point[], { width, height }: Box): readonly Movable[] {
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  const across = span(xs, [72, Math.max(width - 92, 73)])
  const down = span(ys, [66, Math.max(height - 74, 67)])
  return places.map(({ x, y }) => ({ x: across(x), y: down(y) }))
}

function span(values: readonly number[], [low, high]: readonly [number, number]) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (!(least < most)) return () => (low + high) / 2
  return (value: number) => low + ((value - least) / (most - least)) * (high - low)
}

/** Room that a node takes with its two lines of text under it. */
const room = { x: 96, y: 58 }

function separated(places: readonly Movable[]): readonly Movable[] {
  for (let round = 0; round < 120; round += 1) {
    let moved = false
    places.forEach((a, i) => {
      for (const b of places.slice(0, i)) moved = pushApart(a, b, apart(a, b, i)) || moved
    })
    if (!moved) break
  }
  return places
}

/** Moves two nodes apart along the shorter way out; false where they leave each other room. */
function pushApart(a: Movable, b: Movable, [dx, dy]: readonly [number, number]): boolean {
  const over = { x: room.x - Math.abs(dx), y: room.y - Math.abs(dy) }
  if (over.x <= 0 || over.y <= 0) return false
  const axis = over.x < over.y ? 'x' : 'y'
  const direction = (axis === 'x' ? dx : dy) < 0 ? -1 : 1
  a[axis] += direction * over[axis] * 0.45
  b[axis] -= direction * over[axis] * 0.45
  return true
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
