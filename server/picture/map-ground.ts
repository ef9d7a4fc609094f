import { line, round } from './geometry.ts'
import type { Project } from './map-land.ts'
import { type Land, landPaths, type MapView, projectionOf, type Size } from './map-land.ts'
import type { MapWords } from './map-words.ts'
import type { Shape } from './shape.ts'

const steps = [0.1, 0.25, 0.5, 1, 2, 4, 5, 10, 20, 30, 45]
const leastApartPx = 110

/** Sea, land, coast and the net of degrees with its labels along the left and lower edge. */
export function groundShapes(
  land: Land,
  {
    view,
    size,
    project,
    text,
  }: {
    readonly view: MapView
    readonly size: Size
    readonly project: Project
    readonly text: MapWords
  },
): readonly Shape[] {
  const paths = landPaths(land, project, size)
  return [
    { shape: 'rect', style: 'sea', x: 0, y: 0, width: size.width, height: size.height, radius: 0 },
    { shape: 'path', style: 'land', d: paths.land },
    { shape: 'path', style: 'coast', d: paths.coast },
    ...netOf(view, size, { project, text }),
  ]
}

function netOf(
  view: MapView,
  size: Size,
  { project, text }: { readonly project: Project; readonly text: MapWords },
): Shape[] {
  const projection = projectionOf(view, size)
  const [west, north] = projection.invert?.([0, 0]) ?? [0, 0]
  const [east, south] = projection.invert?.([size.width, size.height]) ?? [0, 0]
  const perDegree = (view.scale * Math.PI) / 180
  const step = steps.find((candidate) => leastApartPx <= candidate * perDegree) ?? 60
  const meridians = multiples(step, Math.max(west, -180), Math.min(east, 180)).flatMap((lng) =>
    meridian(round(project(lng, 0).x), lng, { size, text }),
  )
  const parallels = multiples(step, Math.max(south, -80), Math.min(north, 84)).flatMap((lat) =>
    parallel(round(project(0, lat).y), lat, { size, text }),
  )
  return [...meridians, ...parallels]
}

interface Told {
  readonly size: Size
  readonly text: MapWords
}

function meridian(x: number, lng: number, { size, text }: Told): Shape[] {
  const label = text.longitude(degrees(lng), lng < 0 ? 'west' : 'east')
  const shown = 40 < x && x < size.width - 150
  return [
    { shape: 'path', style: 'graticule', d: line({ x, y: 0 }, { x, y: size.height }) },
    ...(shown ? [edgeText(x + 3, size.height - 6, label)] : []),
  ]
}

function parallel(y: number, lat: number, { size, text }: Told): Shape[] {
  const label = text.latitude(degrees(lat), lat < 0 ? 'south' : 'north')
  const shown = 16 < y && y < size.height - 24
  return [
    { shape: 'path', style: 'graticule', d: line({ x: 0, y }, { x: size.width, y }) },
    ...(shown ? [edgeText(6, y - 4, label)] : []),
  ]
}

function edgeText(x: number, y: number, label: string): Shape {
  return { shape: 'text', style: 'axis', x, y, text: label, anchor: 'start', on: 'land' }
}

function multiples(step: number, from: number, to: number): number[] {
  const first = Math.ceil(from / step)
  const count = Math.max(0, Math.floor(to / step) - first + 1)
  return Array.from({ length: Math.min(count, 60) }, (_, index) => (first + index) * step)
}

function degrees(value: number): string {
  return String(Math.abs(Math.round(value * 100) / 100))
}
