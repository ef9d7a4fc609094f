/**
 * Writes `data/land.json` beside this file: `node --import tsx datasets/outline/make-outline.ts`. The same bytes every time. It reads
 * the land of world-atlas (Natural Earth, public domain): at 1:50m where goods of this kind are mostly made and packed, at 1:110m
 * elsewhere, so that the map needs no other host and stays small.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { feature } from 'topojson-client'
import land50 from 'world-atlas/land-50m.json' with { type: 'json' }
import land110 from 'world-atlas/land-110m.json' with { type: 'json' }

type Point = readonly [number, number]

/** West, south, east and north of an area, in degrees. */
type Area = readonly [number, number, number, number]

/** East and South-East Asia, drawn in detail. */
const detailed: Area = [88, -12, 150, 55]
/** The rest of the world in four pieces around it. */
const around: readonly Area[] = [
  [-180, -60, 88, 84],
  [150, -60, 180, 84],
  [88, 55, 150, 84],
  [88, -60, 150, -12],
]

/** Steps of a degree to which points are rounded. */
const perDegree = { detailed: 100, around: 10 }
/** Islands and lakes with fewer points than this after rounding are dots at any scale of the map. */
const leastPoints = 5
/** Nearer than this to the line between its neighbors, in degrees, a point is not seen. */
const tolerance = { detailed: 0.006, around: 0.1 }

type Topology = Parameters<typeof feature>[0]

/** The rings of a topology's land, islands and lakes alike. */
function landOf(file: unknown): readonly (readonly Point[])[] {
  const topology = file as Topology
  const found = feature(topology, topology.objects.land as Parameters<typeof feature>[1])
  const features = 'features' in found ? found.features : [found]
  return features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as unknown as Point[][]) : [],
  )
}

/** A ring that runs on beyond 180° where it crosses that meridian, instead of jumping to the other side of the world. */
function unwrapped(ring: readonly Point[]): readonly Point[] {
  let turns = 0
  return ring.map(([x, y], index): Point => {
    const before = ring[index - 1]?.[0] ?? x
    if (180 < before - x) turns += 1
    if (180 < x - before) turns -= 1
    return [x + 360 * turns, y]
  })
}

/** The ring, and the ring as seen from the other side of the meridian of 180°. */
function bothSides(ring: readonly Point[]): readonly (readonly Point[])[] {
  return [0, 360, -360].map((shift) => ring.map(([x, y]): Point => [x + shift, y]))
}

/** The part of a ring inside an area (Sutherland and Hodgman 1974, https://doi.org/10.1145/360767.360802). */
function clipped(ring: readonly Point[], [west, south, east, north]: Area): readonly Point[] {
  const sides = [
    { axis: 0, at: west, sign: 1 },
    { axis: 0, at: east, sign: -1 },
    { axis: 1, at: south, sign: 1 },
    { axis: 1, at: north, sign: -1 },
  ] as const
  return sides.reduce<readonly Point[]>(
    (points, { axis, at, sign }) => {
      const inside = (point: Point) => 0 <= sign * (point[axis] - at)
      return points.flatMap((to, index) => {
        const from = points.at(index - 1) ?? to
        const crossing = inside(from) === inside(to) ? [] : [crossingAt(from, to, axis, at)]
        return inside(to) ? [...crossing, to] : crossing
      })
    },
    ring.slice(0, -1),
  )
}

function crossingAt(from: Point, to: Point, axis: 0 | 1, at: number): Point {
  const share = (at - from[axis]) / (to[axis] - from[axis])
  const along = (other: 0 | 1) => from[other] + (to[other] - from[other]) * share
  return axis === 0 ? [at, along(1)] : [along(0), at]
}

/** Leaves out points that lie on the line between those kept (Douglas and Peucker 1973). */
function simplified(points: readonly Point[], within: number): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return points
  const distances = points.map((point) => distanceTo(point, first, last))
  const farthest = distances.indexOf(Math.max(...distances))
  if ((distances[farthest] ?? 0) <= within) return [first, last]
  return [
    ...simplified(points.slice(0, farthest + 1), within).slice(0, -1),
    ...simplified(points.slice(farthest), within),
  ]
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

/** A ring as whole steps: the first point, then the way from each to the next. */
function encoded(ring: readonly Point[], steps: number): readonly number[] {
  const whole = ring.map(([x, y]): Point => [Math.round(x * steps), Math.round(y * steps)])
  const kept = whole.filter((point, index) => String(point) !== String(whole.at(index - 1)))
  if (kept.length < leastPoints) return []
  return kept.flatMap(([x, y], index) => {
    const [beforeX, beforeY] = index === 0 ? [0, 0] : (kept[index - 1] ?? [0, 0])
    return [x - beforeX, y - beforeY]
  })
}

function piece(land: readonly (readonly Point[])[], area: Area, scale: keyof typeof perDegree) {
  const rings = land
    .flatMap((ring) => bothSides(unwrapped(ring)))
    .map((ring) => encoded(simplified(clipped(ring, area), tolerance[scale]), perDegree[scale]))
    .filter((ring) => ring.length > 0)
  return { area, perDegree: perDegree[scale], rings }
}

const pieces = [
  piece(landOf(land50), detailed, 'detailed'),
  ...around.map((area) => piece(landOf(land110), area, 'around')),
]
writeFileSync(
  join(import.meta.dirname, 'data', 'land.json'),
  `${JSON.stringify({ source: 'Natural Earth, public domain, by world-atlas 2', pieces })}\n`,
)
