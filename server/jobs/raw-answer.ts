import { uses } from '../rings/raw/find-raw-rings.ts'
import { degreeOf, type Incidence } from '../rings/raw/incidence.ts'
import type { Identifier } from './membership-book.ts'
import type { FoundRaw } from './raw-rings.ts'

/** Where a shop stands: two identifiers hold it in a ring, one of the ring's own does, or it hangs on one that may be a coincidence. */
export type Standing = 'two' | 'one' | 'candidate'

export interface RawMember {
  readonly shop: string
  readonly heldBy: Standing
  /** What it has in common with the ring, or with the others that it hangs together with. */
  readonly identifiers: readonly Identifier[]
}

/** What ties a ring. */
export interface RawTie extends Identifier {
  /** Members that have it. */
  readonly members: number
  /** Shops that have it anywhere. */
  readonly shops: number
}

export interface RawRing {
  /** 1 is the largest; of equals that with the first shop. */
  readonly ring: number
  readonly size: number
  readonly members: readonly RawMember[]
  /** By how many members have them. */
  readonly ties: readonly RawTie[]
  readonly candidates: readonly RawMember[]
}

export interface RawLeftOut extends Identifier {
  readonly shops: number
  readonly because: 'over_cap' | 'uncorroborated'
}

/** Everything that is told of a file or store. Shops = in rings + candidates + alone, identifiers = used + left out + of one shop. */
export interface RawAnswer {
  readonly rings: readonly RawRing[]
  /** Candidates that hang together by one identifier with shops of which none is in a ring. */
  readonly loose: readonly RawMember[]
  /** By how many shops have them. */
  readonly leftOut: readonly RawLeftOut[]
  readonly summary: {
    readonly rows: number
    readonly accepted: number
    readonly quarantined: number
    /** Accepted rows that say what another said. */
    readonly repeated: number
    readonly shops: number
    readonly inRings: number
    readonly candidates: number
    /** Shops that have nothing that joins in common with anybody. */
    readonly alone: number
    readonly rings: number
    readonly identifiers: number
    readonly leftOut: { readonly overCap: number; readonly uncorroborated: number }
    /** Identifiers that more shops have were left out. */
    readonly cap: number
    /** Pairs of shops that were made. */
    readonly pairs: number
    /** No probability comes of it: nothing was weighed, nothing calibrated. */
    readonly calibrated: false
  }
}

/** Names and lists in place of numbers. */
export function rawAnswer(own: FoundRaw): RawAnswer {
  const { found, incidence, rows, accepted, quarantined } = own
  const { ringOf, candidateOf, rings } = found
  const members = grouped(ringOf, rings)
  const candidates = grouped(candidateOf, rings + 1)
  const order = Array.from({ length: rings }, (_, ring) => ring).toSorted(
    (a, b) => lengthAt(members, b) - lengthAt(members, a) || a - b,
  )
  const left = leftOut(own)
  const count = (because: RawLeftOut['because']) =>
    left.filter((identifier) => identifier.because === because).length
  const inRings = members.reduce((sum, shops) => sum + shops.length, 0)
  const hanging = candidates.reduce((sum, shops) => sum + shops.length, 0)
  return {
    rings: order.map((ring, place) =>
      ringTold(own, place + 1, members[ring] ?? [], candidates[ring] ?? []),
    ),
    loose: looseOf(own, candidates[rings] ?? []),
    leftOut: left,
    summary: {
      rows,
      accepted,
      quarantined,
      repeated: accepted - incidence.held.length,
      shops: incidence.shops,
      inRings,
      candidates: hanging,
      alone: incidence.shops - inRings - hanging,
      rings,
      identifiers: incidence.identifiers,
      leftOut: { overCap: count('over_cap'), uncorroborated: count('uncorroborated') },
      cap: found.cap.degree,
      pairs: found.pairs,
      calibrated: false,
    },
  }
}

function lengthAt(groups: readonly (readonly number[])[], place: number): number {
  return groups[place]?.length ?? 0
}

/** Shops by their group, ascending; those of −1 are in none. */
function grouped(groupOf: Int32Array, groups: number): number[][] {
  const shops = Array.from({ length: groups }, (): number[] => [])
  for (const [shop, group] of groupOf.entries()) shops[group]?.push(shop)
  return shops
}

function ringTold(
  own: FoundRaw,
  ring: number,
  members: readonly number[],
  candidates: readonly number[],
): RawRing {
  const counts = countsOf(own, members)
  const inCommon = (shop: number, least: number) =>
    usedBy(own, shop).filter((identifier) => least <= (counts.get(identifier) ?? 0))
  const told = (shop: number, heldBy: Standing, least: number): RawMember => ({
    shop: own.shops[shop] ?? '',
    heldBy,
    identifiers: inCommon(shop, least).map((identifier) => named(own, identifier)),
  })
  return {
    ring,
    size: members.length,
    members: members.map((shop) => told(shop, own.found.heldByTwo[shop] === 1 ? 'two' : 'one', 2)),
    ties: [...counts]
      .filter(([, count]) => 2 <= count)
      .toSorted(([a, x], [b, y]) => y - x || a - b)
      .map(([identifier, count]) => ({
        ...named(own, identifier),
        members: count,
        shops: degreeOf(own.incidence, identifier),
      })),
    candidates: candidates.map((shop) => told(shop, 'candidate', 1)),
  }
}

function looseOf(own: FoundRaw, shops: readonly number[]): RawMember[] {
  return shops.map((shop) => ({
    shop: own.shops[shop] ?? '',
    heldBy: 'candidate',
    identifiers: usedBy(own, shop)
      .filter((identifier) => 1 < degreeOf(own.incidence, identifier))
      .map((identifier) => named(own, identifier)),
  }))
}

/** How many of some shops have each of their identifiers that joined. */
function countsOf(own: FoundRaw, shops: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const shop of shops)
    for (const identifier of usedBy(own, shop))
      counts.set(identifier, (counts.get(identifier) ?? 0) + 1)
  return counts
}

function usedBy({ found, incidence }: FoundRaw, shop: number): number[] {
  return [...heldBy(incidence, shop)].filter((identifier) => found.useOf[identifier] === 0)
}

function heldBy({ shopStarts, held }: Incidence, shop: number): Int32Array {
  return held.subarray(shopStarts[shop], shopStarts[shop + 1])
}

function named({ identifiers }: FoundRaw, identifier: number): Identifier {
  return identifiers[identifier] ?? { kind: '', value: '' }
}

function leftOut(own: FoundRaw): RawLeftOut[] {
  return [...own.found.useOf.entries()]
    .flatMap(([identifier, place]) => {
      const because = uses[place]
      if (because === undefined || because === 'used') return []
      const shops = degreeOf(own.incidence, identifier)
      return [{ ...named(own, identifier), shops, because, identifier }]
    })
    .toSorted((x, y) => y.shops - x.shops || x.identifier - y.identifier)
    .map(({ identifier: _, ...told }) => told)
}
