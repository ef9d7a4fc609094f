import { readFile } from 'node:fs/promises'

import type { GraphNode } from '../domain/graph.ts'
import type { Run } from '../domain/run.ts'
import type { LeadContents } from '../leads/contents.ts'
import { locatedPlaces } from '../leads/places.ts'
import { mapPicture } from '../picture/map.ts'
import type { Land, Size } from '../picture/map-land.ts'
import { sitesOf } from '../picture/map-sites.ts'
import { trafficOf } from '../picture/map-traffic.ts'
import { fitView } from '../picture/map-view.ts'
import type { Picture } from '../picture/shape.ts'
import { packagePath } from './package-root.ts'

/**
 * The map of a lead as of the day of its run, without the parcels that its recipient has no list of; undefined where nothing has coordinates of its own.
 * Coordinates are drawn in WGS-84, as the coast is; what only an address places is drawn as such, and what no system places is not drawn.
 */
export async function leadMap(
  core: LeadContents,
  { asOf }: Run,
  size: Size,
): Promise<Picture | undefined> {
  const { places } = locatedPlaces(core)
  if (places.length === 0) return undefined
  const at = new Map(places.map(({ node, lat, lng }) => [node.key, { lat, lng }]))
  const nodes = core.nodes.map((node) => placed(node, at.get(node.key)))
  const sites = sitesOf(
    nodes.filter(({ kind }) => kind === 'Origin' || kind === 'Factory' || kind === 'Place'),
    { nodes, edges: core.edges },
  )
  const input = {
    name: core.ring.name,
    sites,
    traffic: trafficOf([], { from: undefined, until: asOf }),
    land: await landOf(),
    shared: new Set(core.generic),
    shopsOf: shopsBySite(core),
    firstSeen: new Map(
      nodes.flatMap(({ key, firstSeen }) => (firstSeen === undefined ? [] : [[key, firstSeen]])),
    ),
  }
  return mapPicture(input, {
    ...size,
    view: fitView(sites.sites, size),
    asOf,
    language: 'en',
    sizeBy: 'shops',
    selected: new Set(),
    covered: [],
  })
}

function placed(node: GraphNode, at: { lat: number; lng: number } | undefined): GraphNode {
  const { lat: _lat, lng: _lng, ...properties } = node.properties
  return { ...node, properties: { ...properties, ...at } }
}

/** Shops of the ring that records lead to a site. */
function shopsBySite({ ring, edges }: LeadContents): ReadonlyMap<string, number> {
  const members = new Set(ring.members.map(({ shop }) => shop))
  const shops = new Map<string, Set<string>>()
  for (const { from, type, to } of edges) {
    const leads = type === 'SHIPS_FROM' || type === 'SUPPLIED_BY'
    if (leads && members.has(from)) shops.set(to, (shops.get(to) ?? new Set()).add(from))
  }
  return new Map([...shops].map(([key, set]) => [key, set.size]))
}

async function landOf(): Promise<Land> {
  return JSON.parse(await readFile(packagePath('datasets/outline/data/land.json'), 'utf8'))
}
