import { geoMercator } from 'd3-geo'

import type { MapView, Size } from './map-land.ts'
import type { Basis } from './map-sites.ts'

interface Located {
  readonly lat: number
  readonly lng: number
}

type Fitted = Located & { readonly basis?: Basis }

/** Nearer than this the outline shows nothing but its own roughness. */
const scaleMax = 60_000
const scaleMin = 90
/** A single place is not shown nearer than this: one sees which coast it is on. */
const fitMax = 3_600
const padding = { x: 84, top: 88, bottom: 84 }

/** The view that shows all of these with room for their names; East Asia where there is nothing to show. */
export function fitView(all: readonly Fitted[], { width, height }: Size): MapView {
  // The middle of a country says little of where to look.
  const nearer = all.filter(({ basis }) => basis !== 'country')
  const located = nearer.length === 0 ? all : nearer
  if (located.length === 0) return { lng: 112, lat: 28, scale: scaleOfWidth(width) }
  const projection = geoMercator().fitExtent(
    [
      [Math.min(padding.x, width / 4), Math.min(padding.top, height / 4)],
      [width - Math.min(padding.x, width / 4), height - Math.min(padding.bottom, height / 4)],
    ],
    { type: 'MultiPoint', coordinates: located.map(({ lng, lat }) => [lng, lat]) },
  )
  const fitted = projection.scale()
  const [lng, lat] = projection.invert?.([width / 2, height / 2]) ?? [112, 28]
  const isPoint = !Number.isFinite(fitted) || fitMax < fitted
  if (!isPoint) return { lng, lat, scale: Math.max(fitted, scaleMin) }
  const middle = middleOf(located)
  return { ...middle, scale: fitMax }
}

/** The view after zooming by a factor about a point of the picture. */
export function zoomView(
  view: MapView,
  size: Size,
  { factor, x, y }: { readonly factor: number; readonly x: number; readonly y: number },
): MapView {
  const scale = Math.min(Math.max(view.scale * factor, scaleMin), scaleMax)
  const before = projection(view, size)
  const held = before.invert?.([x, y])
  if (held === undefined || held === null) return { ...view, scale }
  const after = projection({ ...view, scale }, size)(held) ?? [x, y]
  return panView({ ...view, scale }, size, { x: x - after[0], y: y - after[1] })
}

/** The view after the picture was moved by so many pixels. */
export function panView(
  view: MapView,
  size: Size,
  by: { readonly x: number; readonly y: number },
): MapView {
  const center = projection(view, size).invert?.([size.width / 2 - by.x, size.height / 2 - by.y])
  if (center === undefined || center === null) return view
  const [lng, lat] = center
  return { ...view, lng, lat: Math.min(Math.max(lat, -70), 80) }
}

function projection({ lng, lat, scale }: MapView, { width, height }: Size) {
  return geoMercator()
    .scale(scale)
    .center([lng, lat])
    .translate([width / 2, height / 2])
}

function middleOf(located: readonly Located[]): Located {
  const mean = (of: keyof Located) =>
    located.reduce((sum, point) => sum + point[of], 0) / located.length
  return { lng: mean('lng'), lat: mean('lat') }
}

/** Some forty degrees across. */
function scaleOfWidth(width: number): number {
  return (width * 180) / (40 * Math.PI)
}
