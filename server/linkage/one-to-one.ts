import { largeNumbers } from '../domain/columns/large-arrays.ts'
import { at } from './key-column.ts'

/** Two that may belong together; each of them belongs to one at most. */
export interface Couple {
  /** Of the one side, and of the other; the two sides count apart. */
  readonly left: number
  readonly right: number
  /** That they can be a pair at all. */
  readonly possible: number
  /** If they can, how many times likelier it is that they are one than that both are left over. */
  readonly odds: number
}

/** No chance of being free moves by more than this share any more: a few dozen sweeps, or more where equals stand in a ring. */
const settled = 1e-6
const mostSweeps = 200

/**
 * The probability of each couple to be a pair, by couple, where everyone has one partner or none. Over all ways of pairing, each as likely as the product of its odds λ, belief propagation
 * gives the share in which two are together (the monomer-dimer model: Zdeborová and Mézard 2006, doi:10.1088/1742-5468/2006/05/P05003), exact where rivals of rivals form no ring:
 *   P(a, b) = p_ab · λ_ab · L_ab · R_ab / (1 + λ_ab · L_ab · R_ab),
 *   L_ab = 1 / (1 + Σ_{b'≠b} p_ab' λ_ab' R_ab'),  R_ab = 1 / (1 + Σ_{a'≠a} p_a'b λ_a'b L_a'b),
 * with L and R the chances that rivals leave a and b free. So who has a partner of their own is hardly a rival; P ≤ p, and what is told of one end adds up to 1 at most. Sums depend on the order
 * of the couples in the last digit.
 */
export function shareOneToOne(couples: readonly Couple[]): Float64Array {
  const pull = Float64Array.from(couples, ({ possible, odds }) => possible * odds)
  const lefts = groups(couples, ({ left }) => left)
  const rights = groups(couples, ({ right }) => right)
  // Three arrays for all sweeps: new ones for each would be gigabytes among millions of couples.
  const right = largeNumbers(couples.length)
  let left = largeNumbers(couples.length).fill(1)
  let next = largeNumbers(couples.length)
  const sweepOnce = () => {
    free(rights, pull, left, right)
    free(lefts, pull, right, next)
  }
  sweepOnce()
  for (let sweep = 0; sweep < mostSweeps && settled < movedBy(left, next); sweep++) {
    ;[left, next] = [next, left]
    sweepOnce()
  }
  // Settled, both are one; else one keeps the shares of a right end from adding up to more than 1, the other those of a left end.
  return Float64Array.from(couples, ({ possible, odds }, i) => {
    const paired = odds * at(right, i) * Math.min(at(left, i), at(next, i))
    return possible * (paired / (1 + paired))
  })
}

/** Writes, by couple, the chance that its end of the group is left free by the rivals there, each as far as its other end is free. */
function free(
  members: ReadonlyMap<number, readonly number[]>,
  pull: Float64Array,
  other: Float64Array,
  chances: Float64Array,
): void {
  for (const group of members.values()) addRivals(group, pull, other, chances)
  for (let i = 0; i < chances.length; i++) chances[i] = 1 / (1 + at(chances, i))
}

/** Summed from both sides, as taking one's own off the sum of all would lose what is small. */
function addRivals(
  group: readonly number[],
  pull: Float64Array,
  other: Float64Array,
  rivals: Float64Array,
): void {
  let before = 0
  for (const i of group) {
    rivals[i] = before
    before += at(pull, i) * at(other, i)
  }
  let after = 0
  for (let place = group.length - 1; 0 <= place; place--) {
    const i = group[place] as number
    rivals[i] = at(rivals, i) + after
    after += at(pull, i) * at(other, i)
  }
}

/** The largest share by which anything moved. */
function movedBy(before: Float64Array, after: Float64Array): number {
  return before.reduce((most, own, i) => Math.max(most, Math.abs(at(after, i) / own - 1)), 0)
}

function groups(
  couples: readonly Couple[],
  groupOf: (couple: Couple) => number,
): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>()
  for (const [i, couple] of couples.entries()) {
    const group = members.get(groupOf(couple))
    if (group === undefined) members.set(groupOf(couple), [i])
    else group.push(i)
  }
  return members
}
