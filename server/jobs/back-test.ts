import type { BackTest } from '../domain/back-test.ts'
import { RefusalError } from '../domain/failure.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { Ring } from '../domain/ring.ts'
import type { Run } from '../domain/run.ts'
import type { IsoDate } from '../domain/units.ts'
import { sameFactories } from '../linkage/identities/same-factories.ts'
import { samePlaces } from '../linkage/identities/same-places.ts'
import { knownBy } from '../linkage/known-by.ts'
import type { Store } from '../store/port.ts'
import { type ActedUses, actedUses, usersIn } from '../trace/acted-uses.ts'
import { actionSince, mostUsed, type RingSince, reachOf, type Since } from '../trace/back-test.ts'
import { allRings } from './all-rings.ts'
import { findChokePoints, harmOf, isOpenOn, oneOf, openShops } from './choke-points.ts'
import { collect } from './collect.ts'

const limits = [
  'No action was taken: a shop counts as reached when it used the value, not because it would have closed.',
  'What sellers would have done after an action is taken from what they did after closures, at the rates known then.',
  'Shops opened since count where the later run puts them into a ring with a shop of the former one; returns that it does not find are missing.',
  'The store as it is now tells what was used then: rows loaded since with earlier days count as known then, unless the run kept its choke points.',
] as const

/** What the first `actions` choke points of a past run would have hit until the latest day that any run answers to. Throws a RefusalError where no run is later. */
export async function backTest(store: Store, tested: number, actions: number): Promise<BackTest> {
  const { past, later } = pairOf(await store.runs(), tested)
  const nodes = await collect(store.scanNodes())
  const edges = await collect(store.scanEdges())
  const rings = await allRings(store, past.id)
  const chosen = await findChokePoints(store, past, actions)
  const since = await sinceOf(store, { past, later, rings, nodes, edges }, chosen.replacements)
  const keys = chosen.actions.map(({ key }) => key)
  const open = since.rings.flatMap((ring) => ring.open)
  const closed = open.filter(since.isClosed)
  const opened = new Set(since.rings.flatMap((ring) => ring.opened)).size
  const reach = reachOf(keys, since)
  return {
    past: { run: past.id, asOf: past.asOf },
    later: { run: later.id, asOf: later.asOf },
    rings: rings.length,
    ...{ open: open.length, closed: closed.length, opened, ...reach },
    cameBack: closed.filter(since.isBack).length,
    foreseen: chosen.harm === 0 ? 0 : chosen.removed / chosen.harm,
    mostUsed: reachOf(mostUsed(since, keys.length), since),
    actions: chosen.actions.map((action) => actionSince(action, chosen.harm, since)),
    limits: [...limits],
  }
}

/** The past run, and the one that answers to the latest day; of several the last published. */
function pairOf(runs: readonly Run[], tested: number): { past: Run; later: Run } {
  const past = runs.find(({ id }) => id === tested)
  if (past === undefined) {
    throw new RefusalError(`There is no run ${tested}; runs are ${listOf(runs)}.`)
  }
  const [latest = past] = runs.toSorted((a, b) => compareDays(b.asOf, a.asOf) || b.id - a.id)
  if (past.asOf < latest.asOf) return { past, later: latest }
  throw new RefusalError(
    `No run answers to a later day than run ${tested}, ${past.asOf}; \`revenant detect --as-of DATE\` makes one of an earlier day to test.`,
  )
}

function listOf(runs: readonly Run[]): string {
  return runs.map(({ id, asOf }) => `${id} (${asOf})`).join(', ')
}

function compareDays(a: IsoDate, b: IsoDate): number {
  return Number(b < a) - Number(a < b)
}

interface Told {
  readonly past: Run
  readonly later: Run
  readonly rings: readonly Ring[]
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

async function sinceOf(
  store: Store,
  { past, later, rings, nodes, edges }: Told,
  replacements: BackTestRates,
): Promise<Since> {
  const standsFor = oneOf(sameFactories(nodes), samePlaces(nodes, edges))
  const usesAt = (day: IsoDate) => actedUses(knownBy({ nodes, edges }, day).edges, standsFor)
  const [usesThen, usesLater] = [usesAt(past.asOf), usesAt(later.asOf)]
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const isOpen = (shop: string, day: IsoDate) => isOpenOn(byKey.get(shop)?.lives ?? [], day)
  const back = new Set<string>()
  const minimum = { kind: 'came_back_as', minProbability: later.threshold } as const
  for await (const { from } of store.links(later.id, minimum)) back.add(from)
  const rates = new Map<string, number>(replacements.map(({ relation, rate }) => [relation, rate]))
  const relationOf = relationsOf(usesLater)
  return {
    rings: ringsSince(
      rings,
      await allRings(store, later.id),
      rings.map((ring) => openShops(ring, byKey, past.asOf)),
      (shop) => isOpenedSince(byKey.get(shop), past.asOf),
    ),
    usersThen: usersIn(usesThen),
    usersLater: usersIn(usesLater),
    isClosed: (shop) => !isOpen(shop, later.asOf),
    isBack: (shop) => back.has(shop),
    replacedOf: (key) => rates.get(relationOf.get(key) ?? '') ?? 0,
  }
}

type BackTestRates = Awaited<ReturnType<typeof findChokePoints>>['replacements']

/** By value, the relation by which shops use it. */
function relationsOf(uses: ActedUses): ReadonlyMap<string, string> {
  const relations = new Map<string, string>()
  for (const [relation, shops] of uses)
    for (const values of shops.values()) for (const value of values) relations.set(value, relation)
  return relations
}

function isOpenedSince(node: GraphNode | undefined, day: IsoDate): boolean {
  const began = node?.lives[0]?.from ?? node?.firstSeen
  return began !== undefined && day < began
}

/** Every ring with its shops open then, and what rings that hold one of its shops opened since. */
function ringsSince(
  rings: readonly Ring[],
  laterRings: readonly Ring[],
  open: readonly (readonly string[])[],
  isNew: (shop: string) => boolean,
): RingSince[] {
  const ringOf = new Map(
    laterRings.flatMap((ring) => ring.members.map(({ shop }) => [shop, ring] as const)),
  )
  const harm = harmOf(rings, open)
  return rings.map(({ members }, place) => {
    const shops = members.map(({ shop }) => shop)
    const next = new Set(shops.flatMap((shop) => ringOf.get(shop) ?? []))
    const all = [...next].flatMap((ring) => ring.members.map(({ shop }) => shop))
    return {
      harm: harm[place] ?? 0,
      open: open[place] ?? [],
      opened: [...new Set(all)].filter((shop) => !shops.includes(shop) && isNew(shop)),
    }
  })
}
