import type { Point } from '../../../server/picture/geometry.ts'

/**
 * Places for nodes that came later: on an arc round the node they belong to, turned away from the rest, at the first spot
 * that is free and outside `kept`, a rectangle that something else fills. What has a place keeps it. The same nodes in any
 * order get the same places.
 */
export function arcPlaces(
  keys: readonly string[],
  ties: readonly { readonly from: string; readonly to: string }[],
  known: ReadonlyMap<string, Point>,
  kept?: { readonly width: number; readonly height: number },
): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>()
  const all = new Map(known)
  const room = roomFor(known.values())
  const neighbors = neighborsOf(ties)
  let waiting = keys.filter((key) => !known.has(key)).toSorted()
  while (0 < waiting.length) {
    const ready = waiting.filter((key) => neighbors.get(key)?.some((other) => all.has(other)))
    const batch = 0 < ready.length ? ready : waiting
    for (const key of batch) {
      const parent = neighbors.get(key)?.find((other) => all.has(other))
      const place = freeSpot(parent === undefined ? undefined : all.get(parent), room, kept)
      places.set(key, place)
      all.set(key, place)
      room.take(place)
    }
    waiting = waiting.filter((key) => !places.has(key))
  }
  return places
}

const spacingPx = { first: 84, ring: 62, between: 54 }

function freeSpot(
  parent: Point | undefined,
  room: Room,
  kept: { readonly width: number; readonly height: number } | undefined,
): Point {
  const center = parent ?? { x: 0, y: 0 }
  const middle = room.middle()
  const outward = Math.atan2(center.y - middle.y, center.x - middle.x)
  for (let ring = 0; ring < 40; ring += 1) {
    const radius = spacingPx.first + ring * spacingPx.ring
    const steps = Math.max(6, Math.floor((2 * Math.PI * radius) / spacingPx.between))
    for (let step = 0; step < steps; step += 1) {
      const turn = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2)
      const angle = outward + (turn * 2 * Math.PI) / steps
      const spot = {
        x: center.x + Math.cos(angle) * radius,
        y: center.y + Math.sin(angle) * radius,
      }
      if (!isWithin(spot, kept) && room.isFree(spot)) return spot
    }
  }
  return center
}

/** What is taken, in squares as wide as two nodes stand apart: whether a spot is free shows in the nine about it. */
interface Room {
  readonly take: (place: Point) => void
  readonly isFree: (spot: Point) => boolean
  readonly middle: () => Point
}

function roomFor(taken: Iterable<Point>): Room {
  const squares = new Map<string, Point[]>()
  let count = 0
  let sum = { x: 0, y: 0 }
  const squareOf = (value: number) => Math.floor(value / spacingPx.between)
  const isNear = (spot: Point, across: number, down: number) =>
    squares
      .get(`${across} ${down}`)
      ?.some(({ x, y }) => Math.hypot(spot.x - x, spot.y - y) < spacingPx.between) === true
  const take = (place: Point) => {
    const id = `${squareOf(place.x)} ${squareOf(place.y)}`
    const there = squares.get(id)
    if (there === undefined) squares.set(id, [place])
    else there.push(place)
    count += 1
    sum = { x: sum.x + place.x, y: sum.y + place.y }
  }
  for (const place of taken) take(place)
  return {
    take,
    isFree: (spot) => {
      const [across, down] = [squareOf(spot.x), squareOf(spot.y)]
      return !around.some((by) => isNear(spot, across + by.x, down + by.y))
    },
    middle: () => ({ x: sum.x / Math.max(1, count), y: sum.y / Math.max(1, count) }),
  }
}

const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => ({ x, y })))

const clearPx = 30

function isWithin(
  { x, y }: Point,
  kept: { readonly width: number; readonly height: number } | undefined,
) {
  if (kept === undefined) return false
  const across = -clearPx < x && x < kept.width + clearPx
  return across && -clearPx < y && y < kept.height + clearPx
}

function neighborsOf(ties: readonly { readonly from: string; readonly to: string }[]) {
  const neighbors = new Map<string, string[]>()
  for (const { from, to } of ties) {
    neighbors.set(from, [...(neighbors.get(from) ?? []), to])
    neighbors.set(to, [...(neighbors.get(to) ?? []), from])
  }
  return new Map([...neighbors].map(([key, others]) => [key, others.toSorted()]))
}
