import type { Attribution } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Ring } from '../domain/ring.ts'
import { grouped, hubsAmong, strangers } from './hubs.ts'
import { missingEvidence } from './missing.ts'
import { parcelSteps } from './parcel-steps.ts'
import { type Parcels, parcelsOf } from './parcels.ts'
import { bestRoute, type Route, support, weakestStep } from './route.ts'
import { routesFrom } from './routes-from.ts'
import { supplyGraph } from './supply-graph.ts'

/** What a trace reads: the relations around the ring, and parcels and test buys. */
export interface TraceEvidence {
  readonly nodes: ReadonlyMap<string, GraphNode>
  /** All relations, or at least those within three hops of the ring. */
  readonly edges: readonly GraphEdge[]
  /** Of kind `parcel` and `test_buy`; other kinds are passed over. */
  readonly records: readonly SourceRecord[]
}

/**
 * Factories and places that a ring's goods may come from, by rank.
 *
 * From every shop the trace follows who supplies it, where it ships from, who else ships from there, and what its parcels say of
 * sender and first scan. A node that many strangers use as well is a hub: what a hub alone leads to is kept, says so and comes
 * last, because a hub tells nothing of its users. An origin is a target only where nobody knows the place it is at. The path
 * shown is the best supported one from a shop that is still open, where there is one: only there can a test buy settle it.
 */
export function traceRing(
  ring: Ring,
  { nodes, edges, records }: TraceEvidence,
): readonly Attribution[] {
  const members = ring.members.map(({ shop }) => shop)
  const parcels = parcelsOf(records)
  const { steps, senderOf } = parcelSteps(members, parcels, edges, nodes)
  const graph = supplyGraph(edges, steps)
  const routes = [...graph.fromShop.keys()].flatMap((shop) => routesFrom(shop, graph))
  const context: Context = {
    ring,
    members: new Set(members),
    hubs: hubsAmong(routes, new Set(members)),
    parcels,
    senderOf,
    nodes,
    edges,
  }
  return [...grouped(routes, ({ target }) => target)]
    .flatMap(([target, all]) => attributionOf(target, all, context))
    .toSorted(byRank)
    .map((attribution, index) => ({ ...attribution, rank: index + 1 }))
}

interface Context {
  readonly ring: Ring
  readonly members: ReadonlySet<string>
  readonly hubs: ReadonlySet<string>
  readonly parcels: Parcels
  /** The factory that sent a parcel, by record. */
  readonly senderOf: ReadonlyMap<string, string>
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edges: readonly GraphEdge[]
}

/** What the ring's shops lead to; nothing where only strangers lead. */
function attributionOf(target: string, all: readonly Route[], context: Context): Attribution[] {
  const { ring, members, hubs, parcels, senderOf, nodes } = context
  const isOwn = ({ shop }: Route) => members.has(shop)
  const clear = all.filter(({ through }) => !through.some((key) => hubs.has(key)))
  const throughHub = !clear.some(isOwn)
  const taken = throughHub ? all : clear
  const own = taken.filter(isOwn)
  const isLive = (shop: string) => nodes.get(shop)?.lives.at(-1)?.to === undefined
  const path = bestRoute(own, isLive)?.steps
  if (path === undefined) return []
  const { verified, ...counted } = support(own, parcels, senderOf)
  const shops = [...new Set(own.map(({ shop }) => shop))].toSorted(compareText)
  const weakest = weakestStep(path)
  const ringShops = [...members]
  return [
    {
      ring: ring.id,
      target,
      kind: kindOf(target as NodeKey),
      name: nodes.get(target)?.name ?? target,
      rank: 1,
      ...counted,
      shops,
      strangers: strangers(taken, members).size,
      hub: hubs.has(target),
      path: [...path],
      weakest,
      missing: missingEvidence({
        ...counted,
        ...{ target, shops, verified, path, weakest, throughHub, ringShops, isLive },
        nodes,
        edges: context.edges,
      }),
    },
  ]
}

const kindOrder = ['Factory', 'Place', 'Origin']

/** Hubs, and what only hubs lead to, last; who makes before where it leaves; then parcels, test buys, links and shops; then the key. */
function byRank(x: Attribution, y: Attribution): number {
  return (
    Number(isShared(x)) - Number(isShared(y)) ||
    kindOrder.indexOf(x.kind) - kindOrder.indexOf(y.kind) ||
    y.parcels - x.parcels ||
    y.testBuys - x.testBuys ||
    y.links - x.links ||
    y.shops.length - x.shops.length ||
    compareText(x.target, y.target)
  )
}

function isShared({ hub, missing }: Attribution): boolean {
  return hub || missing.includes('hub-on-path')
}
