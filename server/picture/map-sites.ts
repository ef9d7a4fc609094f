import { compareText } from '../domain/canonical.ts'
import type { BareEdge, BareNode } from '../domain/graph.ts'
import { countryOf, type Town, townIn } from './map-gazetteer.ts'

/** How it is known where something is: its coordinates, or only the town, province or country that its address names. */
export type Basis = 'exact' | 'town' | 'country'

/** Something that the map can show, with where it is. */
export interface Site {
  readonly key: string
  readonly node: BareNode
  readonly lat: number
  readonly lng: number
  readonly basis: Basis
  /** The town, province or country at whose stated center it is drawn. */
  readonly town?: Town
  /** Places that are drawn as this, because it is there. */
  readonly places: readonly string[]
}

/** Something that cannot be drawn, with the reason. */
export interface Unplaced {
  readonly key: string
  readonly node: BareNode
  readonly because: 'no-address' | 'unknown-town'
}

export interface Sites {
  readonly sites: readonly Site[]
  readonly unplaced: readonly Unplaced[]
}

/** What of a scene is somewhere: its factories and origins, and places at which none of them is. Each is in one of the two lists. */
export function sitesOf(
  shown: readonly BareNode[],
  { nodes, edges }: { readonly nodes: readonly BareNode[]; readonly edges: readonly BareEdge[] },
): Sites {
  const known = new Map([...nodes, ...shown].map((node) => [node.key, node]))
  const at = placesByTenant(edges)
  const tenants = shown.filter(({ kind }) => kind === 'Origin' || kind === 'Factory')
  const wheres = tenants.map((node) => ({
    node,
    where: whereIs(node, at.get(node.key) ?? [], known),
  }))
  const hosts = hostsOf(wheres)
  const alone = shown
    .filter(({ key, kind }) => kind === 'Place' && !hosts.has(key))
    .map((node) => ({ node, where: whereIs(node, [], known) }))
  const all = [...wheres, ...alone]
  return {
    sites: all.flatMap(({ node, where }) => {
      if (where === undefined || 'because' in where) return []
      const { lat, lng, basis, town } = where
      const places = [...hosts].filter(([, host]) => host === node.key).map(([place]) => place)
      return [{ key: node.key, node, lat, lng, basis, ...(town && { town }), places }]
    }),
    unplaced: all.flatMap(({ node, where }) =>
      'because' in where ? [{ key: node.key, node, because: where.because }] : [],
    ),
  }
}

interface Where {
  readonly lat: number
  readonly lng: number
  readonly basis: Basis
  readonly town?: Town | undefined
  /** The place whose coordinates these are. */
  readonly place?: string | undefined
}

interface Standing {
  readonly place: string
  readonly role: string
}

/** Its own coordinates, or those of a place where it is, or the center of the town that an address of it names. */
function whereIs(
  node: BareNode,
  standings: readonly Standing[],
  known: ReadonlyMap<string, BareNode>,
): Where | Pick<Unplaced, 'because'> {
  const places = standings.flatMap(({ place }) => known.get(place) ?? [])
  for (const candidate of [node, ...places]) {
    const point = coordinatesOf(candidate)
    if (point !== undefined) {
      return { ...point, basis: 'exact', ...(candidate !== node && { place: candidate.key }) }
    }
  }
  const texts = [node, ...places].flatMap(({ name, properties }) => [
    said(properties.region),
    said(properties.address),
    said(properties.place),
    node.kind === 'Factory' ? '' : name,
  ])
  for (const text of texts) {
    const town = townIn(text)
    if (town !== undefined) return { lat: town.lat, lng: town.lng, basis: 'town', town }
  }
  const country = countryOf(said(node.properties.country))
  if (country !== undefined) {
    return { lat: country.lat, lng: country.lng, basis: 'country', town: country }
  }
  return { because: texts.some((text) => text !== '') ? 'unknown-town' : 'no-address' }
}

/** Where goods are made comes before where they are packed or sent: a factory is drawn at its own building. */
const laterRoles = ['pack', 'dispatch', 'return', 'store']

function placesByTenant(edges: readonly BareEdge[]): Map<string, Standing[]> {
  const at = new Map<string, Standing[]>()
  for (const { from, type, to, properties } of edges) {
    if (type !== 'AT') continue
    at.set(from, [...(at.get(from) ?? []), { place: to, role: said(properties.role) }])
  }
  for (const [tenant, standings] of at) {
    const rank = ({ role }: Standing) => laterRoles.indexOf(role)
    at.set(
      tenant,
      standings.toSorted((a, b) => rank(a) - rank(b) || compareText(a.place, b.place)),
    )
  }
  return at
}

/** A place is drawn as what is there: as an origin before a factory. */
function hostsOf(
  wheres: readonly { readonly node: BareNode; readonly where: Where | { because: string } }[],
): Map<string, string> {
  const hosts = new Map<string, string>()
  for (const kind of ['Origin', 'Factory']) {
    for (const { node, where } of wheres) {
      const place = 'place' in where ? where.place : undefined
      if (node.kind === kind && place !== undefined && !hosts.has(place)) hosts.set(place, node.key)
    }
  }
  return hosts
}

function coordinatesOf({ properties }: BareNode): { lat: number; lng: number } | undefined {
  const [lat, lng] = [degrees(properties.lat, 90), degrees(properties.lng, 180)]
  return lat === undefined || lng === undefined ? undefined : { lat, lng }
}

function degrees(value: BareNode['properties'][string] | undefined, limit: number) {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined
  return Math.abs(number) <= limit ? number : undefined
}

function said(value: BareNode['properties'][string] | undefined): string {
  return typeof value === 'string' ? value : ''
}
