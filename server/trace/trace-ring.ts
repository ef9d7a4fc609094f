import type { Attribution } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import { isOver } from '../domain/life.ts'
import type { Ring } from '../domain/ring.ts'
import type { Clue } from './clue.ts'
import { type ClueContext, cluesOf, statementsIn } from './clues.ts'
import { factoryChances } from './factory-chances.ts'
import { liftFor } from './goods-by-place.ts'
import { grouped } from './grouped.ts'
import { listOf } from './list-of.ts'
import { missingEvidence } from './missing.ts'
import type { Offers } from './offer-clues.ts'
import { type RingSupply, ringSupply } from './ring-supply.ts'
import { bestRoute, type Route, support, weakestStep } from './route.ts'
import { routesFrom } from './routes-from.ts'
import { shownAlike } from './shown-alike.ts'
import { isHub, strangersOf } from './strangers.ts'
import type { Supply } from './supply.ts'

/**
 * Factories and places that a ring's goods may come from, by rank.
 *
 * From every shop the trace follows who supplies it, where it ships from, who else ships from there, and what its parcels say of
 * sender and first scan. A node that many strangers use as well is a hub: what a hub alone leads to is kept, says so, comes
 * last and has no probability, because a hub tells nothing of its users. An origin is a target only where nobody knows the place it is at. The path
 * shown is the best supported one from a shop that is still open, where there is one: only there can a test buy settle it.
 */
export function traceRing(ring: Ring, supply: Supply): readonly Attribution[] {
  const shops = ring.members.map(({ shop }) => shop)
  const own = ringSupply(shops, supply)
  const routes = [...own.graph.fromShop.keys()].flatMap((shop) => routesFrom(shop, own.graph))
  const members = new Set(shops)
  const isShared = (key: string) => isHub(key, members, supply)
  const context: Context = {
    ...{ ring, shops, members, supply, own, isShared },
    ...statementsIn(shops, supply),
    ...shownBy(shops, members, supply),
  }
  const byTarget = grouped(
    routes,
    ({ target }) => target,
    (route) => route,
  )
  const found = [...byTarget].flatMap(([target, all]) => attributionOf(target, all, context))
  const chances = factoryChances(cluesByFactory(found, byTarget, context))
  return found
    .map((attribution) => ({ ...attribution, ...chances.get(attribution.target) }))
    .toSorted(byRank)
    .map((attribution, index) => ({ ...attribution, rank: index + 1 }))
}

/** What the ring's shops offer, against what other shops do. */
function shownBy(
  shops: readonly string[],
  members: ReadonlySet<string>,
  { windows, nodes, goods, graph }: Supply,
): Offers {
  const suppliersOf = (shop: string) =>
    (graph.fromShop.get(shop) ?? []).flatMap(({ relation, to }) =>
      relation === 'SUPPLIED_BY' ? [to] : [],
    )
  const categories = new Set(shops.flatMap((shop) => listOf(nodes.get(shop), 'categories')))
  return {
    alike: shownAlike(members, windows, suppliersOf),
    titles: shops.flatMap((shop) => windows.titlesOf(shop)),
    lift: liftFor([...categories], members, goods),
  }
}

/** Of every factory that was found by more than a hub, what its routes say: whoever else ships from a hub is no candidate for that. */
function cluesByFactory(
  found: readonly Attribution[],
  routes: ReadonlyMap<string, readonly Route[]>,
  context: Context,
): ReadonlyMap<string, readonly Clue[]> {
  return new Map(
    found
      .filter(({ kind, missing }) => kind === 'Factory' && !missing.includes('hub-on-path'))
      .map(({ target }) => [target, cluesOf(target, routes.get(target) ?? [], context)]),
  )
}

interface Context extends ClueContext {
  readonly ring: Ring
  readonly members: ReadonlySet<string>
  readonly own: RingSupply
}

/** What the ring's shops lead to, by ways that no hub is on where there are any. */
function attributionOf(target: string, all: readonly Route[], context: Context): Attribution[] {
  const { ring, members, supply, own, isShared } = context
  const { nodes, parcels, placed, factories } = supply
  const clear = all.filter(({ through }) => !through.some(isShared))
  const throughHub = clear.length === 0
  const routes = throughHub ? all : clear
  const isLive = (shop: string) => nodes.get(shop)?.lives.slice(-1).some(isOver) !== true
  const path = bestRoute(routes, isLive)?.steps
  if (path === undefined) return []
  const { verified, ...counted } = support(routes, parcels, own.senderOf)
  const shops = [...new Set(routes.map(({ shop }) => shop))].toSorted(compareText)
  const weakest = weakestStep(path)
  const others = factories.others.get(target)?.map(({ key, bits }) => ({
    key,
    name: nodes.get(key)?.name ?? key,
    bits,
  }))
  const sites = supply.placesOf(target)
  const isBarred = throughHub ? () => false : isShared
  return [
    {
      ring: ring.id,
      target,
      kind: kindOf(target as NodeKey),
      name: nodes.get(target)?.name ?? target,
      rank: 1,
      ...counted,
      shops,
      strangers: strangersOf(target, members, supply, own, isBarred),
      hub: isShared(target),
      path: [...path],
      weakest,
      ...(others !== undefined && { sameAs: others }),
      ...(0 < sites.length && { places: sites.slice(0, mostPlaces) }),
      ...(mostPlaces < sites.length && { placesOmitted: sites.length - mostPlaces }),
      missing: missingEvidence({
        ...counted,
        ...{ target, shops, verified, path, weakest, throughHub, isLive, nodes, placed, sites },
        ringShops: [...members],
      }),
    },
  ]
}

/** Of one target, in one answer. */
const mostPlaces = 10

const kindOrder = ['Factory', 'Place', 'Origin']

/** Hubs, and what only hubs lead to, last; who makes before where it leaves; then the probability; then parcels, test buys, links and shops; then the key. */
function byRank(x: Attribution, y: Attribution): number {
  return (
    Number(isAside(x)) - Number(isAside(y)) ||
    kindOrder.indexOf(x.kind) - kindOrder.indexOf(y.kind) ||
    (y.probability ?? 0) - (x.probability ?? 0) ||
    y.parcels - x.parcels ||
    y.testBuys - x.testBuys ||
    y.links - x.links ||
    y.shops.length - x.shops.length ||
    compareText(x.target, y.target)
  )
}

function isAside({ hub, missing }: Attribution): boolean {
  return hub || missing.includes('hub-on-path')
}
