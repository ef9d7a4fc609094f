import type { Replacement } from '../domain/choke-point.ts'
import type { Channel, Link } from '../domain/link.ts'
import { ownBits } from '../domain/own-evidence.ts'
import type { Probability } from '../domain/units.ts'
import { wilson } from '../linkage/calibrate/wilson.ts'
import { type ActedRelation, type ActedUses, actedRelations } from './acted-uses.ts'

/** The kinds of evidence that a relation is seen by. */
const seenBy: Readonly<Record<ActedRelation, readonly Channel[]>> = {
  PAID_INTO: ['account'],
  SHIPS_FROM: ['origin'],
  SUPPLIED_BY: ['factory'],
  RESELLS_FOR: [],
}

/**
 * How often sellers whose shop was closed came back with another account, origin, factory or supplier. A return counts where it reaches `threshold` without
 * that kind of evidence, as one that was found by an account always has the account still; where both shops name one; each return once.
 *
 * Departs from a plain share in one more way: who changes all at once is not found at all, so that the shares are lower ends.
 */
export function replacementsOf(
  links: readonly Link[],
  uses: ActedUses,
  threshold: Probability,
): Replacement[] {
  const least = Math.log2(threshold / (1 - threshold))
  const returns = links
    .filter(({ kind, probability }) => kind === 'came_back_as' && threshold <= probability)
    .map((link) => ({ from: link.from, to: link.to, left: bitsWithoutEach(link) }))
  return actedRelations.map((relation) => {
    const shops = uses.get(relation)
    const both = returns
      .filter(({ left }) => least <= left[relation])
      .flatMap(({ from, to }) => {
        const [was, is] = [shops?.get(from), shops?.get(to)]
        return was === undefined || is === undefined ? [] : [[...is].some((one) => was.has(one))]
      })
    return rated(relation, both.length, both.filter((kept) => !kept).length)
  })
}

/** What is left of a link without the evidence of each relation; all at once, as a ledger may have to be read for it. */
function bitsWithoutEach({ ledger }: Link): Readonly<Record<ActedRelation, number>> {
  const { bars } = ledger
  const [all, left] = [ownBits(ledger), {} as Record<ActedRelation, number>]
  for (const relation of actedRelations) {
    const own = bars.filter(({ channel }) => seenBy[relation].includes(channel))
    left[relation] = own.reduce((rest, { bits }) => rest - bits, all as number)
  }
  return left
}

function rated(relation: ActedRelation, returns: number, changed: number): Replacement {
  const { low, high } = returns === 0 ? { low: 0, high: 1 } : wilson(changed / returns, returns)
  return { relation, returns, changed, rate: (changed + 1) / (returns + 2), low, high }
}
