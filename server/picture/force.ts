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
  const places = spotsOf([...start.values()])
  const moves = { x: new Float64Array(keys.length), y: new Float64Array(keys.length) }
  const ideal = Math.sqrt((box.width * box.height) / Math.max(1, keys.length)) * 0.72
  for (let round = 0; round < rounds; round += 1) {
    forces(places, springs, { ideal, moves })
    const most = (ideal * (1 - round / rounds)) / 3 + 0.5
    for (let at = 0; at < keys.length; at += 1) {
      const [x, y] = [numberAt(moves.x, at), numberAt(moves.y, at)]
      const length = Math.hypot(x, y) || 1
      places.x[at] = numberAt(places.x, at) + (x / length) * Math.min(length, most)
      places.y[at] = numberAt(places.y, at) + (y / length) * Math.min(length, most)
    }
  }
  const turned = turnedWide(pointsOf(places), [...start.values()])
  let fitted = fitInto(turned, box)
  for (let pass = 0; pass < passes; pass += 1) fitted = fitInto(separated(spotsOf(fitted)), box)
  return new Map(keys.map((key, position) => [key, rounded(fitted[position] ?? { x: 0, y: 0 })]))
}

const rounds = 260
/** Pushing apart leaves the box, and fitting pushes together again. */
const passes = 5

/** Points as two columns: all pairs are looked at in every round, and numbers side by side are read several times as fast. */
interface Spots {
  readonly x: Float64Array
  readonly y: Float64Array
}

function spotsOf(points: readonly Point[]): Spots {
  return {
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
  }
}

function pointsOf({ x, y }: Spots): Point[] {
  return Array.from(x, (own, at) => ({ x: own, y: numberAt(y, at) }))
}

function numberAt(column: Float64Array, at: number): number {
  return column[at] ?? 0
}

/** Writes where every place is pushed and pulled to. */
function forces(
  places: Spots,
  springs: readonly [number, number][],
  { ideal, moves }: { readonly ideal: number; readonly moves: Spots },
): void {
  moves.x.fill(0)
  moves.y.fill(0)
  for (let i = 0; i < places.x.length; i += 1) pushAway(places, i, { ideal, moves })
  const center = meanOf(pointsOf(places))
  for (let i = 0; i < places.x.length; i += 1) {
    move(moves, i, (center.x - numberAt(places.x, i)) * gravity)
    moveDown(moves, i, (center.y - numberAt(places.y, i)) * gravity)
  }
  for (const [i, j] of springs) {
    const [dx, dy] = apart(places, i, j)
    const pull = Math.hypot(dx, dy) / ideal
    move(moves, i, -dx * pull)
    moveDown(moves, i, -dy * pull)
    move(moves, j, dx * pull)
    moveDown(moves, j, dy * pull)
  }
}

/** Repulsion between one place and all before it. */
function pushAway(
  places: Spots,
  i: number,
  { ideal, moves }: { readonly ideal: number; readonly moves: Spots },
): void {
  const [ownX, ownY] = [numberAt(places.x, i), numberAt(places.y, i)]
  let [sumX, sumY] = [numberAt(moves.x, i), numberAt(moves.y, i)]
  for (let j = 0; j < i; j += 1) {
    let [dx, dy] = [ownX - numberAt(places.x, j), ownY - numberAt(places.y, j)]
    if (dx === 0 && dy === 0) [dx, dy] = sameSpot(i)
    const push = (ideal * ideal) / (dx * dx + dy * dy)
    sumX += dx * push
    sumY += dy * push
    move(moves, j, -dx * push)
    moveDown(moves, j, -dy * push)
  }
  moves.x[i] = sumX
  moves.y[i] = sumY
}

function move({ x }: Spots, at: number, by: number): void {
  x[at] = numberAt(x, at) + by
}

function moveDown({ y }: Spots, at: number, by: number): void {
  y[at] = numberAt(y, at) + by
}

/** Pull to the middle, as a share of the distance: parts that nothing joins stay in sight of each other. */
const gravity = 0.12

const origin: Point = { x: 0, y: 0 }

/** The vector from the second place to the first; two on one spot are told apart by their order. */
function apart({ x, y }: Spots, i: number, j: number): readonly [number, number] {
  const [dx, dy] = [numberAt(x, i) - numberAt(x, j), numberAt(y, i) - numberAt(y, j)]
  return dx === 0 && dy === 0 ? sameSpot(i) : [dx, dy]
}

function sameSpot(order: number): readonly [number, number] {
  return [0.1 * (order + 1), 0.1]
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
function fitInto(places: readonly Point[], { width, height }: Box): readonly Point[] {
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

function separated(places: Spots): readonly Point[] {
  for (let round = 0; round < 120; round += 1) {
    let moved = false
    for (let i = 0; i < places.x.length; i += 1) {
      for (let j = 0; j < i; j += 1) if (pushApart(places, i, j)) moved = true
    }
    if (!moved) break
  }
  return pointsOf(places)
}

/** Moves two nodes apart along the shorter way out; false where they leave each other room. */
function pushApart(places: Spots, i: number, j: number): boolean {
  const dx = numberAt(places.x, i) - numberAt(places.x, j)
  if (room.x <= Math.abs(dx)) return false
  const dy = numberAt(places.y, i) - numberAt(places.y, j)
  if (room.y <= Math.abs(dy)) return false
  const [across, down] = dx === 0 && dy === 0 ? sameSpot(i) : [dx, dy]
  const over = { x: room.x - Math.abs(across), y: room.y - Math.abs(down) }
  if (over.x <= 0 || over.y <= 0) return false
  const column = over.x < over.y ? places.x : places.y
  const direction = (over.x < over.y ? across : down) < 0 ? -1 : 1
  const by = direction * Math.min(over.x, over.y) * 0.45
  column[i] = numberAt(column, i) + by
  column[j] = numberAt(column, j) - by
  return true
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
