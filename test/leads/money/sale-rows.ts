import fc from 'fast-check'

import type { ReferenceFigure } from '../../../server/domain/leads/amounts.ts'
import type { ConcernedRight } from '../../../server/domain/leads/concerned-right.ts'
import type { SourceRecord } from '../../../server/domain/record.ts'
import { IsoDate } from '../../../server/domain/units.ts'
import { amountsOf } from '../../../server/leads/money/amounts.ts'
import { hashOf } from '../rows.ts'

export const shops = ['shop:weigou.example/1', 'shop:weigou.example/2']

export type SaleFields = Readonly<Record<string, string>>

/** A row of sales; what is not said is a month of orders in CNY. */
export function sale(fields: SaleFields, row = 1): SourceRecord {
  const all = {
    ...{ platform: 'weigou.example', shop_id: '1', from: '2025-03-01', to: '2025-03-31' },
    ...{ basis: 'orders', currency: 'CNY', gross: '1000' },
    ...fields,
  }
  return {
    hash: hashOf(JSON.stringify(all)),
    source: 'demo/sale.csv',
    dataset: 'demo',
    file: 'sale.csv',
    row,
    kind: 'sale',
    fields: all,
    refused: [],
  }
}

export function amountsFrom(
  records: readonly SourceRecord[],
  more: { rights?: readonly ConcernedRight[]; figures?: readonly ReferenceFigure[] } = {},
) {
  return amountsOf({
    ...{ shops, records, rights: more.rights ?? [], figures: more.figures ?? [] },
    asOf: IsoDate.parse('2026-03-14'),
    cite: (hashes) => [...hashes],
  })
}

const amount = fc.integer({ min: 0, max: 500_000 }).map((cents) => (cents / 100).toFixed(2))
const maybe = fc.option(amount, { nil: '' })
const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))

/** Fields of rows that overlap often, on every basis, in two currencies and none. */
export const anySale: fc.Arbitrary<SaleFields> = fc
  .record({
    shop_id: fc.constantFrom('1', '2'),
    listing_id: fc.constantFrom('', '', 'a', 'b'),
    start: day,
    end: day,
    basis: fc.constantFrom('orders', 'public_counter', 'estimate'),
    currency: fc.constantFrom('CNY', 'CNY', 'USD', ''),
    gross: amount,
    refunded: maybe,
    suspected_brushing: maybe,
    cost: maybe,
  })
  .map(({ start, end, ...fields }) => {
    const [from, to] = [start, end].toSorted()
    return { ...fields, from: from ?? start, to: to ?? end }
  })

/** An amount in hundredths; nothing for what is unknown. */
export function cents(text: string | null): bigint {
  return text === null ? 0n : BigInt(text.replace('.', ''))
}
