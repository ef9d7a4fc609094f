import { growingIntegers, growingNumbers } from '../domain/columns/growing.ts'
import { joined } from '../domain/columns/large-arrays.ts'
import { familyCount, leaderOf, loneCell, loneShare, type Overlaps } from './combine-families.ts'
import { type Chunks, chunkTask, eachChunk } from './family-sums.ts'
import { at } from './key-column.ts'
import type { Slopes } from './slopes.ts'
import { type GapWeights, type ToWitness, witnessedSlopes, witnessOf } from './time-witness.ts'

/** Pairs in which one family agrees and the others hardly do. */
export interface LonePairs {
  readonly pairs: Int32Array
  /** Place of the family. */
  readonly family: Int32Array
  /** What it says in bits, as far as it stands alone. */
  readonly bits: Float64Array
}

/** Less than so much makes no pair worth asking about. */
const leastAgreement = 6
/** What a family alone may count, tried one after the other. */
const factors = Array.from({ length: 31 }, (_, n) => 1 - n / 40)
/** Before time is asked, so many bits of what a family says alone are thought not to count: as many as large stores take off, of few bits or many. */
const usuallyLess = 4
/** How far from that it may be: one standard deviation of the factor. */
const spread = 0.15
/** What families count alone hangs on the offset of all pairs, and that on it. */
const rounds = 2

/** Gives the lone pairs of each chunk. */
export const loneTask = chunkTask('lone', () => (sums, first, end): LonePairs => {
  const [pairs, family, bits] = [growingIntegers(), growingIntegers(), growingNumbers()]
  const agreement = new Float64Array(familyCount)
  for (let i = 0; i < end - first; i++) {
    for (const [place, own] of sums.entries()) agreement[place] = at(own.agreement, i)
    const leader = leaderOf(agreement)
    const own = loneShare(agreement, leader) * at(agreement, leader)
    if (own < leastAgreement) continue
    pairs.push(first + i)
    family.push(leader)
    bits.push(own)
  }
  return { pairs: pairs.taken(), family: family.taken(), bits: bits.taken() }
})

export function lonePairs(chunks: Chunks): LonePairs {
  const found = eachChunk(loneTask, chunks, undefined)
  return {
    pairs: joined(found.map(({ pairs }) => pairs)),
    family: joined(found.map(({ family }) => family)),
    bits: joined(found.map(({ bits }) => bits)),
  }
}

/** How far bits can be taken at their word, and how much a family counts that agrees alone. */
export interface Witnessed {
  readonly slopes: Slopes
  readonly overlaps: Overlaps
  /** By pair, prior and channels in bits with what such families count. */
  readonly bits: Float64Array
}

/**
 * How much each family counts where it alone agrees, and the offset of all pairs, as time tells ({@link witnessedSlopes}). Weights are learnt where several families speak together: a name, a picture
 * or an agent's number that strangers share beside nothing else is found in few of the pairs that taught what it is worth. Each family gets the factor under which the times of its lone pairs are most
 * likely, F ~ N(1 − {@link usuallyLess} / mean bits, {@link spread}²), from .25 to 1. `told` are all pairs with lone families counted whole.
 */
export function witnessedAlone(
  told: ToWitness,
  lone: LonePairs,
  gap: GapWeights,
  overlaps: Overlaps,
): Witnessed {
  let found: Witnessed = { slopes: witnessedSlopes(told, gap), overlaps, bits: told.bits }
  for (let round = 0; round < rounds; round++) {
    const own = factorsOf(told, lone, gap, found.slopes)
    const next = overlaps.slice()
    for (const [family, factor] of own.entries()) next[loneCell(family)] = factor
    const bits = lessAlone(told.bits, lone, own)
    found = { slopes: witnessedSlopes({ ...told, bits }, gap), overlaps: next, bits }
  }
  return found
}

function factorsOf(
  told: ToWitness,
  { pairs, family, bits }: LonePairs,
  gap: GapWeights,
  slopes: Slopes,
): Float64Array {
  const likelihoods = usualFactors({ pairs, family, bits }).map((usual) =>
    Float64Array.from(factors, (factor) => -(((factor - usual) / spread) ** 2) / 2),
  )
  for (const [n, pair] of pairs.entries()) {
    const saysOf = witnessOf(told, pair, gap, slopes)
    const sums = likelihoods[at(family, n)]
    if (saysOf === undefined || sums === undefined) continue
    for (const [place, factor] of factors.entries())
      sums[place] = at(sums, place) + saysOf((factor - 1) * at(bits, n))
  }
  return Float64Array.from(likelihoods, (sums) => factors[sums.indexOf(Math.max(...sums))] ?? 1)
}

/** By family, what it is thought to count before time is asked. One that is nowhere alone by so much as is asked about counts as if it were by just so much, so that the first such pair changes little. */
function usualFactors({ family, bits }: LonePairs): number[] {
  const sums = new Float64Array(familyCount)
  const counts = new Float64Array(familyCount)
  for (const [n, place] of family.entries()) {
    sums[place] = at(sums, place) + at(bits, n)
    counts[place] = at(counts, place) + 1
  }
  return Array.from(sums, (sum, place) => {
    const count = at(counts, place)
    const mean = count === 0 ? leastAgreement : sum / count
    return 1 - usuallyLess / mean
  })
}

/** Bits of all pairs with that much less of what stands alone. */
function lessAlone(
  told: Float64Array,
  { pairs, family, bits }: LonePairs,
  own: Float64Array,
): Float64Array {
  const less = told.slice()
  for (const [n, pair] of pairs.entries())
    less[pair] = at(less, pair) - (1 - at(own, at(family, n))) * at(bits, n)
  return less
}
