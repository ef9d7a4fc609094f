import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { Link } from '../domain/link.ts'
import type { Ring, Strain } from '../domain/ring.ts'
import type { IsoDate, Probability } from '../domain/units.ts'
import { describeRing } from './describe.ts'
import { type Group, partitionOf } from './partition/partition.ts'
import type { ShopHarms } from './rank/shop-harm.ts'
import { ranked } from './rank.ts'
import { compareStrains, contradictionsOf, nameOf, strainsOf } from './strains.ts'

/** What rings are found in. */
interface FoundIn {
  readonly links: readonly Link[]
  readonly shops: readonly GraphNode[]
  /** What is on record of shops; nothing when absent. */
  readonly harms?: ShopHarms | undefined
}

/**
 * The rings of a store, by rank. Every shop is in at most one; a ring has two shops or more and is connected within itself.
 *
 * Connected components of the links at `threshold` and above, joined surest first under a bridge guard (see guard.ts); only
 * components of more than `maxSize` shops are divided by communities (see divide.ts), because a chain of re-registrations is
 * long and thin and modularity cuts it. Links and shops in any order give the same rings. A link that would have joined two
 * parts and did not is kept on both as a proposed bridge with the reason.
 */
export function findRings(
  { links, shops, harms = new Map() }: FoundIn,
  options: { readonly threshold: Probability; readonly seed: number; readonly maxSize: number },
): readonly Ring[] {
  const groups = partitionOf(links, options)
    .flatMap((component) => component.groups)
    .filter((group) => group.shops.length > 1)
  const strains = strainsBy(links, groups)
  const nodes = nodesIn(groups, shops)
  const newest = newestDay(shops)
  const { threshold } = options
  return ranked(
    groups.map((group) => {
      const own = strainsIn(group, strains)
      return describeRing({ ...group, strains: own, nodes, newest, harms, threshold })
    }),
  )
}

/** Those of the shops that are in a group, by key: most of a large store are in none. */
function nodesIn(
  groups: readonly Group[],
  shops: readonly GraphNode[],
): ReadonlyMap<string, GraphNode | undefined> {
  const nodes = new Map<string, GraphNode | undefined>()
  for (const group of groups) for (const shop of group.shops) nodes.set(shop, undefined)
  for (const shop of shops) if (nodes.has(shop.key)) nodes.set(shop.key, shop)
  return nodes
}

/** What strains against decisions, by each of the two shops. */
function strainsBy(
  links: readonly Link[],
  groups: readonly Group[],
): ReadonlyMap<string, readonly Strain[]> {
  const byShop = new Map<string, Strain[]>()
  for (const strain of toldStrains(links, groups)) {
    for (const shop of [strain.a, strain.b]) {
      const own = byShop.get(shop)
      if (own === undefined) byShop.set(shop, [strain])
      else own.push(strain)
    }
  }
  return byShop
}

/** Each pair once, sorted; where people contradict each other as such. */
function toldStrains(links: readonly Link[], groups: readonly Group[]): readonly Strain[] {
  const decided = links.filter(({ ledger }) => 0 < ledger.decisions.length)
  if (decided.length === 0) return []
  const groupOf = new Map(groups.flatMap((group) => group.shops.map((shop) => [shop, group])))
  const contradictions = contradictionsOf(decided, (shop) => groupOf.get(shop))
  const contradicted = new Set(contradictions.map(nameOf))
  const others = strainsOf(decided).filter((strain) => !contradicted.has(nameOf(strain)))
  return [...others, ...contradictions].toSorted(compareStrains)
}

function strainsIn(
  { shops }: Group,
  strains: ReadonlyMap<string, readonly Strain[]>,
): readonly Strain[] {
  if (strains.size === 0) return []
  return [...new Set(shops.flatMap((shop) => strains.get(shop) ?? []))]
}

function newestDay(shops: readonly GraphNode[]): IsoDate | undefined {
  let newest: IsoDate | undefined
  for (const { lives } of shops) {
    for (const { from, to } of lives) {
      newest = laterOf(newest, from)
      newest = laterOf(newest, to)
    }
  }
  return newest
}

function laterOf(newest: IsoDate | undefined, day: IsoDate | undefined): IsoDate | undefined {
  if (newest === undefined || day === undefined) return newest ?? day
  return compareText(newest, day) < 0 ? day : newest
}
