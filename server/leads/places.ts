import { type ReferenceSystem, referenceSystemOf, toWgs84 } from '../domain/chinese-coordinates.ts'
import type { GraphNode, PropertyValue } from '../domain/graph.ts'
import type { Core } from './core.ts'

/** Something with coordinates, in WGS-84 and as its source has them. */
export interface LocatedPlace {
  readonly node: GraphNode
  /** Degrees, to six places: a tenth of a meter. */
  readonly lat: number
  readonly lng: number
  readonly source: { readonly lat: number; readonly lng: number }
  /** The system of the source; undefined where it names none, and its coordinates are taken as WGS-84. */
  readonly system: ReferenceSystem | undefined
}

export interface LocatedPlaces {
  readonly places: readonly LocatedPlace[]
  /** Places whose source names a system that is not known here: where they are cannot be told. */
  readonly unknownSystem: number
  /** Places that are taken as WGS-84 because their source names no system. */
  readonly unstated: number
}

/** The places of a lead that have coordinates of their own, in the order of its nodes. */
export function locatedPlaces({ nodes }: Pick<Core, 'nodes'>): LocatedPlaces {
  const all = nodes.flatMap((node) => {
    const [lat, lng] = [degrees(node.properties.lat, 90), degrees(node.properties.lng, 180)]
    if (lat === undefined || lng === undefined) return []
    const { crs } = node.properties
    const system = referenceSystemOf(crs === undefined ? undefined : String(crs))
    return [{ node, source: { lat, lng }, system }]
  })
  const places = all.flatMap(({ node, source, system }) => {
    if (system === 'unknown') return []
    const { lat, lng } = toWgs84(source, system ?? 'WGS-84')
    return [{ node, lat: rounded(lat), lng: rounded(lng), source, system }]
  })
  return {
    places,
    unknownSystem: all.length - places.length,
    unstated: places.filter(({ system }) => system === undefined).length,
  }
}

function degrees(value: PropertyValue | undefined, limit: number): number | undefined {
  const number = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined
  return Math.abs(number) <= limit ? number : undefined
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
