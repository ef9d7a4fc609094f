import { compareTexts, type Kernel } from '../../../server/linkage/kernels/compare-texts.ts'
import { bandsOf, rarityBands } from '../../../server/linkage/kernels/rarity-bands.ts'
import { textColumn } from '../../../server/linkage/kernels/text-column.ts'
import { driftOf, mostDays, mostDrift } from './transactions-candidates.ts'
import { memoParts } from './transactions-memo.ts'
import type { Payments } from './transactions-read.ts'
import { nearStarts } from './transactions-starts.ts'

/** How two records of payments compare in one respect. */
export interface PaymentChannel {
  readonly channel: string
  readonly kernel: Kernel
  /** Lengths of the runs of levels that fall from strong to weak, each run by itself; their sum is how many levels there are. */
  readonly runs: readonly number[]
  /** Levels that teach what the other channels are worth, as first and end. */
  readonly teaches: readonly (readonly [number, number])[]
}

/** Upper ends of the bins of drift, as shares of the amount. */
const drifts = [0, 0.001, 0.01, 0.02, 0.03, 0.04, 0.05, 0.065, 0.08, 0.1, mostDrift]
/** Amounts this near to one, as a share of it, say how rare it is. */
const neighborhood = 0.05
/** Names and references of the rarest bands are nearly always one payer's or one payment's. */
const rareBands = 2

/** What records of payments are compared by. */
export function paymentChannels(payments: Payments): PaymentChannel[] {
  const { name, purpose, method } = memoParts(payments.memos)
  const rare = [0, rareBands] as const
  return [
    textChannel('name', name, [rare]),
    textChannel('purpose', purpose, [rare]),
    textChannel('method', method, []),
    amountChannel(payments.cents),
    gapChannel(payments.days),
  ]
}

function textChannel(
  channel: string,
  texts: readonly string[],
  teaches: PaymentChannel['teaches'],
): PaymentChannel {
  const column = textColumn(texts)
  const kernel = compareTexts(column.codes, bandsOf(column.holders), nearStarts(column))
  return { channel, kernel, runs: [rarityBands, rarityBands + 1], teaches }
}

/** Drift, told apart by how many other amounts are near: the same odd amount proves more than the same usual one. */
function amountChannel(cents: Float64Array): PaymentChannel {
  const bands = bandsOf(neighborsOf(cents))
  const levelOf = (a: number, b: number) => {
    const drift = driftOf(cents, a, b)
    return drifts.length * (bands[a] as number) + drifts.findIndex((most) => drift <= most)
  }
  const runs = Array.from({ length: rarityBands }, () => drifts.length)
  const teaches = runs.map((length, band) => [band * length, band * length + 1] as const)
  return {
    channel: 'amount',
    kernel: kernelOf(drifts.length * rarityBands, levelOf),
    runs,
    teaches,
  }
}

function gapChannel(days: Int32Array): PaymentChannel {
  const levelOf = (a: number, b: number) => Math.abs((days[b] as number) - (days[a] as number)) - 1
  const runs = Array.from({ length: mostDays }, () => 1)
  return { channel: 'gap', kernel: kernelOf(mostDays, levelOf), runs, teaches: [] }
}

function kernelOf(levels: number, levelOf: (a: number, b: number) => number): Kernel {
  const compare = (left: Int32Array, right: Int32Array) =>
    Uint8Array.from(left, (a, pair) => levelOf(a, right[pair] as number))
  return { levels, compare }
}

/** How many amounts are near each one. */
function neighborsOf(cents: Float64Array): Int32Array {
  const sorted = cents.toSorted()
  return Int32Array.from(
    cents,
    (own) => below(sorted, own * (1 + neighborhood)) - below(sorted, own * (1 - neighborhood)),
  )
}

/** How many numbers of an ascending list are below the bar. */
function below(sorted: Float64Array, bar: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < bar) low = middle + 1
    else high = middle
  }
  return low
}
