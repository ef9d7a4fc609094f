import { expect } from 'chai'
import fc from 'fast-check'

import { statementsOf } from '../../../server/leads/money/statement.ts'
import { stretchesOf } from '../../../server/leads/money/stretch.ts'
import { anySale, type SaleFields, sale, shops } from './sale-rows.ts'

/** What each stretch counts, as `listing from–to`. */
function counted(rows: readonly SaleFields[]): string[][] {
  const { statements } = statementsOf(
    rows.map((fields, row) => sale(fields, row)),
    shops,
  )
  return stretchesOf(statements).map((stretch) =>
    stretch.counted.map(({ shop, listing, from, to }) => `${shop} ${listing} ${from}–${to}`),
  )
}

const shop = shops[0]

describe('of rows that overlap', () => {
  it('the whole shop counts before a listing of it, though the listing begins earlier and is longer', () => {
    const listing = { listing_id: 'a', from: '2025-01-01', to: '2025-12-31' }
    expect(counted([listing, { from: '2025-03-01', to: '2025-03-31' }])).to.deep.equal([
      [`${shop}  2025-03-01–2025-03-31`],
    ])
  })

  it('the earlier one counts before the later one, though that is longer', () => {
    const rows = [
      { from: '2025-03-15', to: '2025-12-31' },
      { from: '2025-03-01', to: '2025-03-31' },
    ]
    expect(counted(rows)).to.deep.equal([[`${shop}  2025-03-01–2025-03-31`]])
  })

  it('the longer one counts of two that begin on one day', () => {
    const rows = [
      { from: '2025-03-01', to: '2025-03-31' },
      { from: '2025-03-01', to: '2025-06-30' },
    ]
    expect(counted(rows)).to.deep.equal([[`${shop}  2025-03-01–2025-06-30`]])
  })

  it('(law) the same ones count whatever amounts stand in them and in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.array(anySale, { maxLength: 8 }).chain((rows) =>
          fc.record({
            rows: fc.constant(rows),
            shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
            gross: fc.integer({ min: 1, max: 9_999 }),
          }),
        ),
        ({ rows, shuffled, gross }) => {
          const changed = shuffled.map((fields) => ({ ...fields, gross: String(gross) }))
          const told = (all: readonly SaleFields[]) =>
            counted(all)
              .map((one) => one.toSorted().join('; '))
              .toSorted()
          expect(told(changed)).to.deep.equal(told(rows))
        },
      ),
    )
  })
})
