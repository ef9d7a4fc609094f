import { at } from './key-column.ts'
import { type ReturnTimes, returnDensity, usualReturnTimes } from './return-times.ts'

/** A closed shop and a later one that may be what it came back as. */
export interface Candidate {
  /** Closure: shop and date together, as one number. */
  readonly closure: number
  /** Place of the later shop. */
  readonly later: number
  readonly days: number
  /** That one controller runs both. */
  readonly controller: number
  /** Bits of the channels alone; likeness ranks sisters, gently. */
  readonly evidenceBits: number
}

/** How much a bit of likeness counts when sisters compete; the gap counts whole. */
const likeness = 0.18
/** At so many bits of likeness a sister who opened for any other reason looks no more alike. */
const sisterBits = 10
const sweeps = 4

/**
 * Shares every closure's return among all later shops and "has not come back", and every later shop among all closures: competing risks.
 * With w the density of returns so many days after, s that of openings which answer no closure, and p the probability of one controller,
 *   P(a → b) = p_ab · w_ab / (w_ab + s + Σ_{b'≠b} p_ab' w_ab' n_ab') · w_ab / (w_ab + Σ_{a'≠a} p_a'b w_a'b n_a'b)
 * where n is what the other side leaves of a rival, found in a few sweeps. So P ≤ p, and the shares of one closure add up to at most 1.
 * Independent thresholds on p would name every sister of a ring as successor.
 */
export function shareReturns(
  candidates: readonly Candidate[],
  times: Omit<ReturnTimes, 'sisters'> = usualReturnTimes,
): Float64Array {
  const weights = Float64Array.from(
    candidates,
    ({ days, evidenceBits }) =>
      returnDensity(times, days) * 2 ** (likeness * (Math.min(40, evidenceBits) - sisterBits)),
  )
  const rows = groups(candidates, ({ closure }) => closure)
  const columns = groups(candidates, ({ later }) => later)
  let back = new Float64Array(candidates.length).fill(1)
  let out = shares(candidates, weights, rows, back, times.background)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    back = shares(candidates, weights, columns, out, 0)
    out = shares(candidates, weights, rows, back, times.background)
  }
  return Float64Array.from(candidates, ({ controller }, i) => controller * at(out, i) * at(back, i))
}

/** For every candidate, its share against the rivals of its group, each as available as the other side leaves it, and against `none` of them. */
function shares(
  candidates: readonly Candidate[],
  weights: Float64Array,
  members: ReadonlyMap<number, readonly number[]>,
  available: Float64Array,
  none: number,
): Float64Array<ArrayBuffer> {
  const share = new Float64Array(candidates.length)
  for (const group of members.values()) {
    const pull = group.map(
      (i) => (candidates[i]?.controller ?? 0) * at(weights, i) * at(available, i),
    )
    const sum = pull.reduce((total, own) => total + own, 0)
    for (const [n, i] of group.entries()) {
      const rivals = Math.max(0, sum - (pull[n] ?? 0))
      share[i] = at(weights, i) / (at(weights, i) + none + rivals)
    }
  }
  return share
}

function groups(
  candidates: readonly Candidate[],
  groupOf: (candidate: Candidate) => number,
): Map<number, number[]> {
  const members = new Map<number, number[]>()
  for (const [i, candidate] of candidates.entries()) {
    const group = members.get(groupOf(candidate))
    if (group === undefined) members.set(groupOf(candidate), [i])
    else group.push(i)
  }
  return members
}
