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
  const neighbors = neighborsOf(ties)
  let waiting = keys.filter((key) => !known.has(key)).toSorted()
  while (0 < waiting.length) {
    const ready = waiting.filter((key) => neighbors.get(key)?.some((other) => all.has(other)))
    const batch = 0 < ready.length ? ready : waiting
    for (const key of batch) {
      const parent = neighbors.get(key)?.find((other) => all.has(other))
      const place = freeSpot(parent === undefined ? undefined : all.get(parent), all, kept)
      places.set(key, place)
      all.set(key, place)
    }
    waiting = waiting.filter((key) => !places.has(key))
  }
  return places
}

const spacingPx = { first: 84, ring: 62, between: 54 }

function freeSpot(
  parent: Point | undefined,
  taken: ReadonlyMap<string, Point>,
  kept: { readonly width: number; readonly height: number } | undefined,
): Point {
  const all = [...taken.values()]
  const center = parent ?? { x: 0, y: 0 }
  const middle = meanOf(all)
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
      const free = all.every(({ x, y }) => spacingPx.between <= Math.hypot(spot.x - x, spot.y - y))
      if (free && !isWithin(spot, kept)) return spot
    }
  }
  return center
}

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

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), {
    x: 0,
    y: 0,
  })
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) }
}
