import { type Channel, Family } from '../domain/link.ts'
import { familyFactors, leaderOf, loneFactor, type Overlaps } from './combine-families.ts'
import { at } from './key-column.ts'

/** How much agreements count beside others that may have the same cause. */
export interface Dampings {
  /** The second and further agreement of one family, from 0 to 1: people who change the phone tend to change the mail with it. */
  readonly within: Readonly<Partial<Record<Family, number>>>
  /** A family beside another, and alone. */
  readonly across: Overlaps
}

/** What the second agreement of a family counts where nothing was learnt. */
export const familyDamping = 0.5

export function withinFamily({ within }: Dampings, family: Family): number {
  return within[family] ?? familyDamping
}

/** What one channel says of a pair. */
export interface Said {
  readonly channel: Channel
  readonly family: Family
  readonly bits: number
}

/** The damping of what each channel says, in the same order: 1 for the strongest agreement of the strongest family and for all counter-evidence. */
export function dampings(said: readonly Said[], learnt: Dampings): readonly number[] {
  const inFamily = insideOf(said, learnt)
  const factors = familyFactors(sumsOf(said, inFamily), learnt.across)
  return said.map((own) =>
    own.bits <= 0 ? 1 : inFamily(own) * at(factors, Family.options.indexOf(own.family)),
  )
}

/** The family whose agreements count less as hardly another agrees, and by what factor; undefined where none does. */
export function loneFamily(
  said: readonly Said[],
  learnt: Dampings,
): { readonly family: Family; readonly factor: number } | undefined {
  const sums = sumsOf(said, insideOf(said, learnt))
  const leader = leaderOf(sums)
  const [family, factor] = [Family.options[leader], loneFactor(sums, learnt.across, leader)]
  return family === undefined || factor === 1 ? undefined : { family, factor }
}

/** What each agreement counts within its family. */
function insideOf(said: readonly Said[], learnt: Dampings): (own: Said) => number {
  const leaders = leadersOf(said)
  return (own) => (leaders.get(own.family) === own ? 1 : withinFamily(learnt, own.family))
}

/** By place of the family, what its agreements come to. */
function sumsOf(said: readonly Said[], inFamily: (own: Said) => number): Float64Array {
  const sums = new Float64Array(Family.options.length)
  for (const own of said) {
    const place = Family.options.indexOf(own.family)
    if (0 < own.bits) sums[place] = at(sums, place) + own.bits * inFamily(own)
  }
  return sums
}

/** By family, what agrees most. */
function leadersOf(said: readonly Said[]): ReadonlyMap<Family, Said> {
  const leaders = new Map<Family, Said>()
  for (const own of said) {
    const leader = leaders.get(own.family)
    if (0 < own.bits && (leader === undefined || leader.bits < own.bits))
      leaders.set(own.family, own)
  }
  return leaders
}
