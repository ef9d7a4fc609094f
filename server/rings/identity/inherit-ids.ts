import { compareText } from '../../domain/canonical.ts'
import type { IsoDate } from '../../domain/units.ts'
import { type Overlap, overlapsOf } from './overlaps.ts'

/** A group of shops under the id that it has or had. */
export interface Named {
  readonly id: string
  readonly shops: readonly string[]
  /** The day to which the first run that had it answers. */
  readonly since: IsoDate | undefined
}

/** Under which id a group goes on, and where it has that from. */
export interface Inherited {
  readonly id: string
  readonly since: IsoDate | undefined
  readonly from: 'current' | 'retired' | 'nowhere'
}

/**
 * The id of every later group, by its place. No id is given twice, and none that was ever another's is given to a group that does not continue it.
 *
 * Majority overlap, as clusters are followed over time in MONIC (Spiliopoulou, Ntoutsi, Theodoridis and Schult 2006, doi:10.1145/1150402.1150491), with one heir per id:
 * first the group that holds more than half of a current ring takes its id (of several the ring with which it shares most shops); then a group without id
 * that holds more than half of a retired ring takes that one's; then what is left of a current ring whose id nobody took goes to the group that shares most
 * with it, if that is half of the smaller of the two. Among equals the elder ring, then the larger, then the first by id; groups stand by their first shop by key.
 * All others get the id of their first shop, with a number behind it where that was ever used.
 */
export function inheritIds(
  groups: readonly Named[],
  { current, retired }: { readonly current: readonly Named[]; readonly retired: readonly Named[] },
): Inherited[] {
  const later = groups.map(({ shops }) => shops)
  const heirs = new Map<number, Inherited>()
  const given = new Set<string>()
  const bequeath = (
    from: 'current' | 'retired',
    isEnough: (overlap: Overlap, own: Named, shops: readonly string[]) => boolean,
  ) => {
    const known = { current, retired }[from]
    const claims = overlapsOf(
      known.map(({ shops }) => shops),
      later,
    ).flatMap((overlap) => {
      const own = known[overlap.earlier]
      const group = groups[overlap.later]
      if (own === undefined || group === undefined) return []
      return isEnough(overlap, own, group.shops) ? [{ ...overlap, own, group }] : []
    })
    for (const { later: place, own } of claims.toSorted(compareClaims)) {
      if (heirs.has(place) || given.has(own.id)) continue
      heirs.set(place, { id: own.id, since: own.since, from })
      given.add(own.id)
    }
  }
  bequeath('current', ({ shared }, own) => own.shops.length < 2 * shared)
  bequeath('retired', ({ shared }, own) => own.shops.length < 2 * shared)
  bequeath(
    'current',
    ({ shared }, own, shops) => Math.min(own.shops.length, shops.length) <= 2 * shared,
  )
  const used = new Set([...current, ...retired].map(({ id }) => id))
  return named(groups, heirs, used)
}

interface Claim extends Overlap {
  readonly own: Named
  readonly group: Named
}

function compareClaims(x: Claim, y: Claim): number {
  return (
    y.shared - x.shared ||
    compareText(x.own.since ?? '', y.own.since ?? '') ||
    y.own.shops.length - x.own.shops.length ||
    compareText(x.own.id, y.own.id) ||
    x.group.shops.length - y.group.shops.length ||
    compareText(firstOf(x.group), firstOf(y.group))
  )
}

function firstOf({ shops }: Named): string {
  return shops.reduce((first, shop) => (compareText(shop, first) < 0 ? shop : first), '~')
}

/** Those that inherit nothing, in the order of the ids that they would like. */
function named(
  groups: readonly Named[],
  heirs: ReadonlyMap<number, Inherited>,
  used: Set<string>,
): Inherited[] {
  const fresh = groups
    .flatMap((group, place) => (heirs.has(place) ? [] : [{ group, place }]))
    .toSorted((x, y) => compareText(x.group.id, y.group.id))
  const own = groups.map((_, place) => heirs.get(place))
  for (const { group, place } of fresh) {
    const id = unused(group.id, used)
    used.add(id)
    own[place] = { id, since: group.since, from: 'nowhere' }
  }
  return own.filter((inherited) => inherited !== undefined)
}

function unused(wanted: string, used: ReadonlySet<string>): string {
  if (!used.has(wanted)) return wanted
  let number = 2
  while (used.has(`${wanted}~${number}`)) number += 1
  return `${wanted}~${number}`
}
