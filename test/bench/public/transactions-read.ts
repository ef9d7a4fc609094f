import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import Papa from 'papaparse'

/** Payments as both ends saw them: the records of the origins, then those of the destinations. */
export interface Payments {
  /** How many records are of origins. */
  readonly origins: number
  readonly memos: readonly string[]
  /** Days since 1970. */
  readonly days: Int32Array
  readonly cents: Float64Array
  /** By record, which payment it is: what is known to be right, and nothing but scoring looks at it. */
  readonly truth: readonly string[]
}

interface Row {
  readonly ground_truth: string
  readonly memo: string
  readonly transaction_date: string
  readonly amount: string
}

const folder = join(import.meta.dirname, '../../../datasets/benchmarks/transactions/data')
const millisecondsADay = 86_400_000

/** Both files. Each is sorted by what its records say: as the source has them, the n-th of one is the n-th of the other. */
export function readPayments(): Payments {
  const origins = read('origin')
  const rows = [...origins, ...read('destination')]
  return {
    origins: origins.length,
    memos: rows.map(({ memo }) => memo),
    days: Int32Array.from(rows, (row) => Date.parse(row.transaction_date) / millisecondsADay),
    cents: Float64Array.from(rows, ({ amount }) => Math.round(100 * Number(amount))),
    truth: rows.map((row) => row.ground_truth),
  }
}

function read(side: string): Row[] {
  const text = gunzipSync(readFileSync(join(folder, `transactions_${side}.csv.gz`))).toString(
    'utf8',
  )
  const { data } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true })
  return data
    .map((row) => ({ row, said: `${row.memo}\n${row.transaction_date}\n${row.amount}` }))
    .sort((a, b) => order(a.said, b.said))
    .map(({ row }) => row)
}

function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
