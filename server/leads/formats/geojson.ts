import { canonicalJson } from '../../domain/canonical.ts'
import type { Core } from '../core.ts'
import type { EvidenceBook } from '../evidence.ts'
import { locatedPlaces } from '../places.ts'
import { poleClasses } from './pole.ts'

/**
 * The places of the ring as GeoJSON points in WGS-84, longitude first, with what their source said beside it; undefined where none has coordinates.
 * Source: H. Butler et al., The GeoJSON Format, RFC 7946.
 */
export function geojson(core: Core, evidence: EvidenceBook): string | undefined {
  const { places, unknownSystem } = locatedPlaces(core)
  if (places.length === 0) return undefined
  const features = places.map(({ node, lat, lng, source, system }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lng, lat] },
    properties: {
      key: node.key,
      kind: node.kind,
      pole: poleClasses[node.kind],
      name: node.name,
      sourceSystem: system ?? 'not stated, taken as WGS-84',
      sourceCoordinates: [source.lng, source.lat],
      ...(node.properties.accuracyM !== undefined && { accuracyM: node.properties.accuracyM }),
      evidence: evidence.cite(node.records),
    },
  }))
  return `${canonicalJson({ type: 'FeatureCollection', leftOut: unknownSystem, features })}\n`
}
