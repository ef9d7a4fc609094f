import type { Payments } from './transactions-read.ts'

/** Pairs of records: `left[i]` is of an origin, `right[i]` of a destination. */
export interface PaymentPairs {
  readonly left: Int32Array
  readonly right: Int32Array
}

/** A payment arrives within this many days. */
export const mostDays = 30
/** No amount drifts further than this share of it. */
export const mostDrift = 0.15
/** Memos of one payment start with the same characters. */
const sameStart = 2

/** Every pair that can be one payment: the destination later, the amount about the same, the memo starting alike. */
export function candidatesOf(payments: Payments): PaymentPairs {
  return pairsWithin(payments, 1)
}

/**
 * Every pair that would be a candidate if time ran backwards. None of them is one payment, and for the rest they are like the false ones among
 * the candidates: what agrees by chance is counted on them, without a label (decoys as in Elias and Gygi 2007, doi:10.1038/nmeth1019).
 */
export function decoysOf(payments: Payments): PaymentPairs {
  return pairsWithin(payments, -1)
}

function pairsWithin({ origins, memos, days, cents }: Payments, direction: 1 | -1): PaymentPairs {
  const destinations = byStart(memos, origins)
  const left: number[] = []
  const right: number[] = []
  for (let origin = 0; origin < origins; origin++) {
    for (const record of destinations.get(startOf(memos[origin] as string)) ?? []) {
      const gap = direction * ((days[record] as number) - (days[origin] as number))
      if (gap < 1 || mostDays < gap || mostDrift < driftOf(cents, origin, record)) continue
      left.push(origin)
      right.push(record)
    }
  }
  return { left: Int32Array.from(left), right: Int32Array.from(right) }
}

/** Records of destinations by how their memos start. */
function byStart(memos: readonly string[], origins: number): Map<string, number[]> {
  const records = new Map<string, number[]>()
  for (let record = origins; record < memos.length; record++) {
    const start = startOf(memos[record] as string)
    const known = records.get(start)
    if (known === undefined) records.set(start, [record])
    else known.push(record)
  }
  return records
}

/** How far the second amount is from the first, as a share of it. */
export function driftOf(cents: Float64Array, first: number, second: number): number {
  return Math.abs((cents[second] as number) / (cents[first] as number) - 1)
}

function startOf(memo: string): string {
  return memo.padEnd(sameStart).slice(0, sameStart)
}
