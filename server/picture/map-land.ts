import { geoMercator } from 'd3-geo'

import { at } from './geometry.ts'
import type { Box } from './placement.ts'

/** Land of one area as rings of whole steps of a degree: the first point, then the way from each to the next. */
interface LandPiece {
  /** West, south, east and north, in degrees: edges of rings along these are cuts, not coast. */
  readonly area: readonly number[]
  readonly perDegree: number
  readonly rings: readonly (readonly number[])[]
}

/** The outline that datasets/outline makes. */
export interface Land {
  readonly pieces: readonly LandPiece[]
}

/** Where the map looks, and how near. */
export interface MapView {
  /** Degrees at the middle of the picture. */
  readonly lng: number
  readonly lat: number
  /** Pixels of a radian at the equator. */
  readonly scale: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export type Project = (lng: number, lat: number) => { readonly x: number; readonly y: number }

/** The projection of a view: Mercator, where north is up and a straight course stays straight. */
export function projectionOf({ lng, lat, scale }: MapView, { width, height }: Size) {
  return geoMercator()
    .scale(scale)
    .center([lng, lat])
    .translate([width / 2, height / 2])
    .precision(0)
}

export function projectOf(view: MapView, size: Size): Project {
  const projection = projectionOf(view, size)
  return (lng, lat) => {
    const [x, y] = projection([lng, clampLat(lat)]) ?? [0, 0]
    return { x, y }
  }
}

/** Mercator has no poles. */
const latMax = 84

function clampLat(lat: number): number {
  return Math.min(Math.max(lat, -latMax), latMax)
}

interface Ring {
  readonly points: readonly (readonly [number, number])[]
  readonly box: Box
  readonly piece: LandPiece
}

const decoded = new WeakMap<Land, readonly Ring[]>()

/** Path data of the land and of its coast in a view; what lies outside the picture is left out, and points that share a pixel too. */
export function landPaths(
  land: Land,
  project: Project,
  size: Size,
): { land: string; coast: string } {
  const parts = { land: '', coast: '' }
  for (const { points, box, piece } of ringsOf(land)) {
    const [topLeft, bottomRight] = [project(box.left, box.bottom), project(box.right, box.top)]
    const outside =
      bottomRight.x < 0 || size.width < topLeft.x || bottomRight.y < 0 || size.height < topLeft.y
    const tiny = bottomRight.x - topLeft.x < 0.6 && bottomRight.y - topLeft.y < 0.6
    if (outside || tiny) continue
    const pixels = points.map((point) => ({ point, ...project(...point) }))
    draw(parts, clipped(pixels, size), { piece, size })
  }
  return parts
}

interface Pixel {
  readonly point: readonly [number, number]
  readonly x: number
  readonly y: number
}

/** The part of a ring inside the picture (Sutherland and Hodgman 1974, https://doi.org/10.1145/360767.360802). */
function clipped(pixels: readonly Pixel[], { width, height }: Size): readonly Pixel[] {
  const sides = [
    { axis: 'x', at: 0, sign: 1 },
    { axis: 'x', at: width, sign: -1 },
    { axis: 'y', at: 0, sign: 1 },
    { axis: 'y', at: height, sign: -1 },
  ] as const
  return sides.reduce<readonly Pixel[]>((points, { axis, at: border, sign }) => {
    const inside = (pixel: Pixel) => 0 <= sign * (pixel[axis] - border)
    return points.flatMap((to, index) => {
      const from = points.at(index - 1) ?? to
      if (inside(from) === inside(to)) return inside(to) ? [to] : []
      const crossing = between(from, to, (border - from[axis]) / (to[axis] - from[axis]))
      return inside(to) ? [{ ...crossing, [axis]: border }, to] : [{ ...crossing, [axis]: border }]
    })
  }, pixels)
}

function between(from: Pixel, to: Pixel, share: number): Pixel {
  const mix = (a: number, b: number) => (a === b ? a : a + (b - a) * share)
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    point: [mix(from.point[0], to.point[0]), mix(from.point[1], to.point[1])],
  }
}

/** Whether a stretch runs along the border of the picture, where the land goes on outside it. */
function isBorder(a: Pixel, b: Pixel, { width, height }: Size): boolean {
  const along = (of: 'x' | 'y', end: number) => a[of] === b[of] && (a[of] === 0 || a[of] === end)
  return along('x', width) || along('y', height)
}

/** Nearer to the one before than this, in pixels, a point shows nothing. */
const nearPx = 0.7

function draw(
  parts: { land: string; coast: string },
  pixels: readonly Pixel[],
  { piece, size }: { readonly piece: LandPiece; readonly size: Size },
): void {
  const [first] = pixels
  if (first === undefined) return
  let last: Pixel = first
  let fill = `M${at(first)}`
  let coast = fill
  for (const pixel of [...pixels.slice(1), first]) {
    const cut = isCut(last.point, pixel.point, piece) || isBorder(last, pixel, size)
    if (!cut && Math.hypot(pixel.x - last.x, pixel.y - last.y) < nearPx) continue
    fill += `L${at(pixel)}`
    coast += `${cut ? 'M' : 'L'}${at(pixel)}`
    last = pixel
  }
  parts.land += `${fill}Z`
  parts.coast += coast
}

/** Whether a stretch runs along the edge of its area, where the land was cut and goes on in another piece. */
function isCut(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  { area }: LandPiece,
): boolean {
  const [west, south, east, north] = area
  return (
    (ax === bx && (ax === west || ax === east)) || (ay === by && (ay === south || ay === north))
  )
}

function ringsOf(land: Land): readonly Ring[] {
  const known = decoded.get(land)
  if (known !== undefined) return known
  const rings = land.pieces.flatMap((piece) => piece.rings.map((ring) => decode(ring, piece)))
  decoded.set(land, rings)
  return rings
}

function decode(ring: readonly number[], piece: LandPiece): Ring {
  const points: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  for (let index = 0; index < ring.length; index += 2) {
    x += ring[index] ?? 0
    y += ring[index + 1] ?? 0
    points.push([x / piece.perDegree, y / piece.perDegree])
  }
  const [xs, ys] = [points.map(([lng]) => lng), points.map(([, lat]) => lat)]
  const box = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  }
  return { points, box, piece }
}
