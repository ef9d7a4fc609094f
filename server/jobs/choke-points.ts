import type { ChokePoints } from '../domain/choke-point.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import { isOverBy, type Life } from '../domain/life.ts'
import type { Link } from '../domain/link.ts'
import type { Ring } from '../domain/ring.ts'
import type { Run } from '../domain/run.ts'
import type { IsoDate } from '../domain/units.ts'
import { type SameFactories, sameFactories } from '../linkage/identities/same-factories.ts'
import { type SamePlaces, samePlaces } from '../linkage/identities/same-places.ts'
import { knownBy } from '../linkage/known-by.ts'
import type { GraphReads, Runs } from '../store/port.ts'
import { actedUses, usersIn } from '../trace/acted-uses.ts'
import { chokePoints, firstActions } from '../trace/choke-points.ts'
import { exposuresOf } from '../trace/exposures.ts'
import { replacementsOf } from '../trace/replacements.ts'
import { allRings } from './all-rings.ts'
import { collect } from './collect.ts'

/** As many actions as can be asked for; a run keeps so many. */
export const mostActions = 200

/** What choke points are worked out from. */
export interface RingsAndUses {
  readonly rings: readonly Ring[]
  /** Returns among them tell how readily sellers replace what is taken. */
  readonly links: readonly Link[]
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly factories: SameFactories
  readonly places: SamePlaces
}

/**
 * The actions that remove most of the harm of rings as they stood on a run's day, net of what sellers replace. A ring's harm is its shops × its shops not known to be
 * closed that day.
 */
export function chokePointsOf(
  { rings, links, nodes, edges, factories, places }: RingsAndUses,
  { asOf, threshold }: Pick<Run, 'asOf' | 'threshold'>,
): ChokePoints {
  const known = knownBy({ nodes, edges }, asOf)
  const uses = actedUses(known.edges, oneOf(factories, places))
  const replacements = replacementsOf(links, uses, threshold)
  const users = usersIn(uses)
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const open = rings.map((ring) => openShops(ring, byKey, asOf))
  const harm = harmOf(rings, open)
  const inRings = new Set(rings.flatMap(({ members }) => members.map(({ shop }) => shop)))
  const outside = (key: string) => [...(users.get(key) ?? [])].filter((shop) => !inRings.has(shop))
  return chokePoints(harm, exposuresOf(open, uses, replacements), mostActions, {
    nameOf: (key) => byKey.get(key)?.name ?? key,
    bystandersOf: (key) => outside(key).length,
    replacements,
  })
}

/** The node that stands for a factory or for a place, as an address that is typed otherwise is no other address. */
export function oneOf(factories: SameFactories, places: SamePlaces): ReadonlyMap<string, string> {
  return new Map([...factories.standsFor, ...places.standsFor])
}

/** Shops of a ring not known to be closed by the end of a day. */
export function openShops(
  { members }: Ring,
  nodes: ReadonlyMap<string, GraphNode>,
  day: IsoDate,
): string[] {
  return members.flatMap(({ shop }) => (isOpenOn(nodes.get(shop)?.lives ?? [], day) ? [shop] : []))
}

/** By ring, its shops × those that are open. */
export function harmOf(rings: readonly Ring[], open: readonly (readonly string[])[]): number[] {
  return rings.map(({ members }, ring) => members.length * (open[ring]?.length ?? 0))
}

/** Not known to be closed by the end of a day; a shop that nobody has dated is. */
export function isOpenOn(lives: readonly Life[], day: IsoDate): boolean {
  const begun = lives.filter(({ from }) => from === undefined || from <= day)
  const last = begun.at(-1)
  if (last === undefined) return lives.length === 0
  return !isOverBy(last, day)
}

/** What a run keeps, or, for runs of versions that kept none, the same worked out from what the store holds now. */
export async function findChokePoints(
  store: GraphReads & Runs,
  run: Run,
  actions: number,
): Promise<ChokePoints> {
  const kept = (await store.runSupply(run.id))?.chokePoints
  return firstActions(kept ?? (await workedOut(store, run)), actions)
}

async function workedOut(store: GraphReads & Runs, run: Run): Promise<ChokePoints> {
  const rings = await allRings(store, run.id)
  const [nodes, edges, links] = [
    await collect(store.scanNodes()),
    await collect(store.scanEdges()),
    await collect(store.links(run.id, { kind: 'came_back_as', minProbability: run.threshold })),
  ]
  const same = { factories: sameFactories(nodes), places: samePlaces(nodes, edges) }
  return chokePointsOf({ rings, links, nodes, edges, ...same }, run)
}
