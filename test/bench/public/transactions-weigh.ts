import { learn } from '../../../server/linkage/learn/learn.ts'
import { monotoneBits } from '../../../server/linkage/learn/monotone.ts'
import { type Patterns, patternsOf, unknownLevel } from '../../../server/linkage/learn/patterns.ts'
import { fixedPointPrior } from '../../../server/linkage/learn/prior.ts'
import { candidatesOf, decoysOf, type PaymentPairs } from './transactions-candidates.ts'
import { type PaymentChannel, paymentChannels } from './transactions-channels.ts'
import type { Payments } from './transactions-read.ts'

/** Candidates and what each weighs, prior included, in bits. */
export interface WeighedPayments {
  readonly pairs: PaymentPairs
  readonly bits: Float64Array
}

/** Pseudo-count of a level that no decoy reached. */
const unreached = 0.5

/** Compares all candidates and learns, without labels, what each level of each channel is worth. */
export function weighPayments(payments: Payments): WeighedPayments {
  const channels = paymentChannels(payments)
  const pairs = candidatesOf(payments)
  const decoys = decoysOf(payments)
  const chances = channels.map(({ kernel }) =>
    sharesOf(kernel.compare(decoys.left, decoys.right), kernel.levels),
  )
  const columns = channels.map(({ channel, kernel }) => ({
    channel,
    family: channel,
    levels: kernel.levels,
    ordered: false,
    level: kernel.compare(pairs.left, pairs.right),
  }))
  const patterns = patternsOf(columns, pairs.left.length)
  const { m, u } = learn(columns, patterns, chances, sessionsOf(channels))
  const worth = channels.map(({ runs }, place) =>
    worthByRun(runs, m[place] as Float64Array, u[place] as Float64Array),
  )
  const byPattern = patternBits(patterns, worth)
  const prior = fixedPointPrior(byPattern, patterns.counts, pairs.left.length)
  const bits = Float64Array.from(patterns.of, (pattern) => prior + (byPattern[pattern] as number))
  return { pairs, bits }
}

function sharesOf(level: Uint8Array, levels: number): Float64Array {
  const counts = new Float64Array(levels)
  let known = 0
  for (const own of level) {
    if (own === unknownLevel) continue
    counts[own] = (counts[own] as number) + 1
    known++
  }
  return counts.map((count) => Math.max(unreached, count) / Math.max(1, known))
}

function sessionsOf(channels: readonly PaymentChannel[]) {
  return channels.flatMap(({ teaches }, column) =>
    teaches.map(([from, levels]) => ({ column, from, levels, off: [column] })),
  )
}

function worthByRun(runs: readonly number[], m: Float64Array, u: Float64Array): Float64Array {
  let first = 0
  const parts = runs.map((length) => {
    const from = first
    first += length
    return monotoneBits(m.slice(from, first), u.slice(from, first))
  })
  return Float64Array.from(parts.flatMap((part) => [...part]))
}

function patternBits({ counts, levels }: Patterns, worth: readonly Float64Array[]): Float64Array {
  const bits = new Float64Array(counts.length)
  for (const [column, own] of worth.entries()) {
    const level = levels[column] as Uint8Array
    for (let pattern = 0; pattern < bits.length; pattern++) {
      const at = level[pattern] as number
      if (at !== unknownLevel) bits[pattern] = (bits[pattern] as number) + (own[at] as number)
    }
  }
  return bits
}
