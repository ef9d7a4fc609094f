import { togetherLevel } from './gap-bins.ts'
import { at } from './key-column.ts'
import { unknownLevel } from './learn/patterns.ts'
import { type Slopes, uniformSlopes } from './slopes.ts'

/** What is to be judged: all but time, with the prior, in bits; and how the two lives lie in time, both by pair. */
export interface ToWitness {
  readonly bits: Float64Array
  /** Bin of the gap, or that the lives ran side by side; {@link unknownLevel} without dates. */
  readonly time: Uint8Array
}

/** Share of each level of time among shops of one controller and among strangers. */
export interface GapWeights {
  readonly m: Float64Array
  readonly u: Float64Array
}

/** Below it nearly all are strangers, and so many that how their gaps stray would outvote the others. */
const leastBits = -5
const mostBits = 30
/** Pairs this close in bits are counted as one. */
const width = 0.25
/** What a learnt bit is worth beside others: channels are never quite as independent as they are taken for, families damped or not. */
const slope = 0.85
/** How far the whole may lie from the learnt bits before time is asked: one standard deviation, in bits. */
const offsetSpread = 1
/** Offsets that are tried, in bits, and how often the step is halved around the best of them. */
const offsets = { least: -4, most: 8, step: 0.5, halvings: 7 }

/**
 * How far learnt bits can be taken at their word, without anybody's decision. When one shop opens after another has closed tells shops of one controller
 * from strangers, and has no part in the other bits; so pairs of about equal bits are a mixture of two known distributions over time, and the share of the
 * one, which is what a probability promises, can be read off. Gives the offset α under which the times of all pairs are most likely when a pair is one
 * controller's with probability 1/(1 + 2^−(α + {@link slope}·bits)), α ~ N(0, {@link offsetSpread}²): maximum likelihood for the proportions of a mixture
 * whose components are known (Titterington, Smith and Makov 1985, Statistical Analysis of Finite Mixture Distributions, chapter 4). `gap` holds the
 * components by level of time.
 */
export function witnessedSlopes(pairs: ToWitness, gap: GapWeights): Slopes {
  const cells = cellsOf(pairs, gap)
  let best = { offset: 0, value: logPosterior(cells, 0) }
  const tried = (offset: number) => {
    const value = logPosterior(cells, offset)
    if (best.value < value) best = { offset, value }
  }
  for (let offset = offsets.least; offset <= offsets.most; offset += offsets.step) tried(offset)
  for (let halving = 1; halving <= offsets.halvings; halving++) {
    const { offset } = best
    const step = offsets.step / 2 ** halving
    tried(offset - step)
    tried(offset + step)
  }
  return uniformSlopes(best.offset, slope)
}

/** How likely the time of one pair is, as log-likelihood, with so many bits more or less than it is told with; undefined where it is no witness. */
export function witnessOf(
  { bits, time }: ToWitness,
  pair: number,
  { m, u }: GapWeights,
  { alpha, prior }: Slopes,
): ((more: number) => number) | undefined {
  const [own, level] = [at(bits, pair), at(time, pair)]
  if (level === unknownLevel || own < leastBits) return undefined
  const ratio = at(m, level) / at(u, level)
  return (more) => {
    const share = 1 / (1 + 2 ** -(alpha + prior * (own + more)))
    return Math.log(1 - share + share * ratio)
  }
}

/** Pairs of about equal bits and the same level of time. */
interface Cells {
  /** Mean bits, by cell. */
  readonly bits: Float64Array
  readonly pairs: Float64Array
  /** How much likelier that time is under one controller than among strangers. */
  readonly ratio: Float64Array
}

const levels = togetherLevel + 1

function cellsOf({ bits, time }: ToWitness, { m, u }: GapWeights): Cells {
  const count = Math.ceil((mostBits - leastBits) / width) * levels
  const pairs = new Float64Array(count)
  const sums = new Float64Array(count)
  for (let pair = 0; pair < bits.length; pair++) {
    const own = Math.min(mostBits - width, at(bits, pair))
    if (own < leastBits || at(time, pair) === unknownLevel) continue
    const cell = Math.floor((own - leastBits) / width) * levels + at(time, pair)
    pairs[cell] = at(pairs, cell) + 1
    sums[cell] = at(sums, cell) + own
  }
  const filled = Int32Array.from(pairs.keys()).filter((cell) => 0 < at(pairs, cell))
  const level = (cell: number) => cell % levels
  return {
    bits: Float64Array.from(filled, (cell) => at(sums, cell) / at(pairs, cell)),
    pairs: Float64Array.from(filled, (cell) => at(pairs, cell)),
    ratio: Float64Array.from(filled, (cell) => at(m, level(cell)) / at(u, level(cell))),
  }
}

function logPosterior({ bits, pairs, ratio }: Cells, offset: number): number {
  let sum = -((offset / offsetSpread) ** 2) / 2
  for (let cell = 0; cell < bits.length; cell++) {
    const share = 1 / (1 + 2 ** -(offset + slope * at(bits, cell)))
    sum += at(pairs, cell) * Math.log(1 - share + share * at(ratio, cell))
  }
  return sum
}
