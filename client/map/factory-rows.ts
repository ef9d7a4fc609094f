import type { FlowsAnswer } from '../../server/contract/flows.ts'
import type { BareNode } from '../../server/contract/graph.ts'
import type { Attribution } from '../../server/contract/ring.ts'
import { type PeriodTraffic, shareOf } from '../../server/picture/map-traffic.ts'
import type { Scene } from '../scene/scene.ts'

/** One factory that a ring's goods may come from, as the table shows it. */
export interface FactoryRow {
  readonly key: string
  readonly node: BareNode
  readonly region: string | undefined
  /** Share of the ring's parcels of the period; undefined where there are none. */
  readonly share: number | undefined
  readonly parcels: number
  readonly shops: readonly string[]
  readonly firstSeen: string | undefined
  readonly lastSeen: string | undefined
  readonly grades: readonly string[]
  /** Codes of what would settle it. */
  readonly missing: readonly string[]
  readonly shared: boolean
}

/** The factories of a scene, the one that sent most of the ring's parcels first. */
export function factoryRows(
  { nodes, hidden, attributions, generic }: Scene,
  traffic: PeriodTraffic,
  sites: FlowsAnswer['sites'],
): readonly FactoryRow[] {
  const traced = new Map(attributions.map((attribution) => [attribution.target, attribution]))
  const seen = new Map(sites.map((site) => [site.key, site]))
  return [...nodes.values()]
    .filter(({ key, kind }) => kind === 'Factory' && !hidden.has(key))
    .map((node): FactoryRow => {
      const attribution = traced.get(node.key)
      const site = seen.get(node.key)
      return {
        key: node.key,
        node,
        region: regionOf(node),
        share: shareOf(node.key, traffic),
        parcels: traffic.ofRing.get(node.key) ?? 0,
        shops: attribution?.shops ?? [],
        firstSeen: site?.firstSeen,
        lastSeen: site?.lastSeen,
        grades: site?.grades ?? [],
        missing: attribution?.missing ?? [],
        shared: generic.has(node.key) || attribution?.hub === true,
      }
    })
    .toSorted(
      (a, b) => (b.share ?? 0) - (a.share ?? 0) || rank(traced, a) - rank(traced, b) || byKey(a, b),
    )
}

function rank(traced: ReadonlyMap<string, Attribution>, { key }: FactoryRow): number {
  return traced.get(key)?.rank ?? Number.MAX_SAFE_INTEGER
}

function byKey(a: FactoryRow, b: FactoryRow): number {
  return a.key < b.key ? -1 : 1
}

function regionOf({ properties }: BareNode): string | undefined {
  const { region, address } = properties
  if (typeof region === 'string') return region
  return typeof address === 'string' ? address : undefined
}
