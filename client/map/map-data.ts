import outline from '../../datasets/outline/data/land.json'
import type { FlowsAnswer } from '../../server/contract/flows.ts'
import type { BareNode } from '../../server/contract/graph.ts'
import type { MapInput } from '../../server/picture/map.ts'
import type { Land } from '../../server/picture/map-land.ts'
import { sitesOf } from '../../server/picture/map-sites.ts'
import { type Period, trafficOf } from '../../server/picture/map-traffic.ts'
import type { Scene } from '../scene/scene.ts'

const land: Land = outline

/** What the map of a scene is drawn from; without flows it has no lines. */
export function mapInput(scene: Scene, flows: FlowsAnswer | undefined, period: Period): MapInput {
  const shown = [...scene.nodes.values()].filter(
    ({ key, kind }) => isSite(kind) && !scene.hidden.has(key),
  )
  const edges = [...scene.edges.values(), ...(flows?.standings ?? [])]
  const nodes = flows?.nodes ?? []
  return {
    name: scene.ring?.name ?? '',
    sites: sitesOf(shown, { nodes, edges }),
    traffic: trafficOf(flows?.flows ?? [], period),
    land,
    shared: sharedIn(scene),
    shopsOf: shopsBySite(scene, flows, period.until),
    firstSeen: new Map(
      flows?.sites.flatMap(({ key, firstSeen }) =>
        firstSeen === undefined ? [] : [[key, firstSeen as string]],
      ),
    ),
  }
}

function isSite(kind: BareNode['kind']): boolean {
  return kind === 'Factory' || kind === 'Origin' || kind === 'Place'
}

/** Widely held things, and what the trace of the ring calls shared infrastructure. */
function sharedIn({ generic, attributions }: Scene): ReadonlySet<string> {
  return new Set([...generic, ...attributions.filter(({ hub }) => hub).map(({ target }) => target)])
}

/** Shops whose parcels or relations lead to a site, so far. */
function shopsBySite(
  scene: Scene,
  flows: FlowsAnswer | undefined,
  until: string,
): ReadonlyMap<string, number> {
  const stated = [...scene.edges.values()].filter(
    ({ from, type, firstSeen }) =>
      (type === 'SHIPS_FROM' || type === 'SUPPLIED_BY') &&
      from.startsWith('shop:') &&
      (firstSeen ?? '') <= until,
  )
  const sent = (flows?.flows ?? []).flatMap(({ from, shops }) =>
    from === undefined ? [] : shops.map((shop) => ({ from: shop, to: from })),
  )
  const shops = new Map<string, Set<string>>()
  for (const { from, to } of [...stated, ...sent]) {
    shops.set(to, (shops.get(to) ?? new Set()).add(from))
  }
  return new Map([...shops].map(([key, set]) => [key, set.size]))
}
