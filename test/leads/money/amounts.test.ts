import { expect } from 'chai'
import fc from 'fast-check'

import type { ReferenceFigure } from '../../../server/domain/leads/amounts.ts'
import type { Authorised, ConcernedRight } from '../../../server/domain/leads/concerned-right.ts'
import { IsoDate } from '../../../server/domain/units.ts'
import { amountsFrom, anySale, cents, type SaleFields, sale, shops } from './sale-rows.ts'

describe('what the shops of a lead took in', () => {
  it('is gross less refunds and brushing, where a row states all three', () => {
    const [row] = amountsFrom([
      sale({ gross: '1,000.50', refunded: '100.25', suspected_brushing: '50', cost: '300' }),
    ]).rows
    expect(row).to.include({ low: '850.25', likely: '850.25', high: '900.25', cost: '300.00' })
    expect(row?.period).to.equal('2025')
  })

  it('is unknown, and not nothing, where no row of that kind says it', () => {
    const [counter] = amountsFrom([sale({ basis: 'public_counter' })]).rows
    expect(counter).to.include({ low: null, likely: '1000.00', high: '1000.00', cost: null })
    const [estimate] = amountsFrom([sale({ basis: 'estimate' })]).rows
    expect(estimate).to.include({ low: null, likely: null, high: '1000.00' })
    const [unstated] = amountsFrom([sale({ gross: '10', refunded: '4' })]).rows
    expect(unstated).to.include({ low: null, likely: '6.00' })
    expect(unstated?.without).to.deep.equal({ refunds: 0, brushing: 1, cost: 1 })
  })

  it('counts each day once: the order log where there is one, the public counter in the high amount', () => {
    const { rows } = amountsFrom([
      sale({ refunded: '0', suspected_brushing: '0' }),
      sale({ basis: 'public_counter', from: '2025-02-01', to: '2025-03-15', gross: '5000' }),
    ])
    expect(rows).to.have.length(1)
    expect(rows[0]).to.include({ low: '1000.00', likely: '1000.00', high: '5000.00', setAside: 1 })
  })

  it('takes the whole shop before its listings, and listings side by side', () => {
    const whole = amountsFrom([sale({}), sale({ listing_id: 'a', gross: '400' })])
    expect(whole.totals[0]).to.include({ likely: '1000.00', high: '1000.00' })
    const listings = ['a', 'b'].map((listing_id) => sale({ listing_id, gross: '400' }))
    expect(amountsFrom(listings).totals[0]).to.include({ likely: '800.00' })
  })

  it('never adds up two currencies, and puts an unknown one in no total', () => {
    const { rows, totals } = amountsFrom([
      sale({}),
      sale({ currency: 'USD' }),
      sale({ currency: '' }),
    ])
    expect(rows.map(({ currency }) => currency)).to.have.members(['CNY', 'USD', null])
    expect(totals.map(({ currency, likely }) => [currency, likely])).to.deep.equal([
      ['CNY', '1000.00'],
      ['USD', '1000.00'],
    ])
  })

  it('counts rows that cannot be read, and names shops of which no row speaks', () => {
    const { rows, unread, silent } = amountsFrom([sale({ gross: 'much' }), sale({ gross: '-5' })])
    expect([rows.length, unread]).to.deep.equal([0, 2])
    expect(silent).to.deep.equal(shops)
  })

  it('leaves out of every total what an authorised shop sold, and of low and likely what one may have', () => {
    const whole = { from: '2025-01-01', to: '2025-12-31' }
    const totalWith = (own: object) =>
      amountsFrom([sale({ refunded: '0', suspected_brushing: '0' })], {
        rights: [right({ by: 'key', ...own })],
      })
    expect(totalWith(whole).rows[0]?.authorised).to.equal('whole')
    expect(totalWith(whole).totals[0]).to.include({ low: null, likely: null, high: null })
    for (const own of [{ from: '2025-01-01' }, { ...whole, by: 'name' }, { to: '2025-03-05' }]) {
      expect(totalWith(own).rows[0]?.authorised).to.equal('part')
      expect(totalWith(own).totals[0]).to.include({ low: null, likely: null, high: '1000.00' })
    }
    expect(totalWith({ from: '2025-04-01' }).rows[0]?.authorised).to.equal('none')
  })

  it('stands beside the figures in force, by the smallest amount that reaches each', () => {
    const rows = [sale({ refunded: '100', suspected_brushing: '200', cost: '600' })]
    const compared = (own: Partial<ReferenceFigure>) =>
      amountsFrom(rows, { figures: [figure(own)] }).references.map(({ reachedBy }) => reachedBy)
    expect(compared({ amount: '700.00' })).to.deep.equal(['low'])
    expect(compared({ amount: '800.00' })).to.deep.equal(['high'])
    expect(compared({ amount: '900.01' })).to.deep.equal(['none'])
    expect(compared({ measure: 'gains', amount: '100.00' })).to.deep.equal(['likely'])
    expect(compared({ measure: 'gains', amount: '100.01' })).to.deep.equal(['none'])
    expect(compared({ measure: 'unsold' })).to.deep.equal(['unknown'])
    expect(compared({ currency: 'USD' })).to.deep.equal(['unknown'])
    expect(compared({ validTo: IsoDate.parse('2026-03-13') })).to.deep.equal([])
  })

  it('(law) is never more at the low end than at the likely one, nor there than at the high one', () => {
    fc.assert(
      fc.property(fc.array(anySale, { maxLength: 14 }), (fields) => {
        const { rows, totals } = amountsFrom(fields.map((own) => sale(own)))
        for (const { low, likely, high } of [...rows, ...totals]) {
          if (low !== null) expect(likely).not.to.equal(null)
          expect(cents(low) <= cents(likely)).to.equal(true)
          expect(high === null || cents(likely) <= cents(high)).to.equal(true)
        }
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it('(law) is not raised by a larger refund', () => {
    fc.assert(
      fc.property(
        fc.array(anySale, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.integer({ min: 1, max: 90_000 }),
        (fields, place, more) => {
          const at = place % fields.length
          const raised = fields.map((own, index) => (index === at ? refunding(own, more) : own))
          const [before, after] = [fields, raised].map((all) =>
            amountsFrom(all.map((own) => sale(own))),
          )
          // Stating a refund that was unknown makes a lower bound known; otherwise every amount can only sink.
          const held = fields[at]?.['refunded'] === '' ? (['likely', 'high'] as const) : bounds
          for (const [index, total] of (after?.totals ?? []).entries()) {
            const was = before?.totals[index]
            for (const bound of held)
              expect(cents(total[bound]) <= cents(was?.[bound] ?? null), bound).to.equal(true)
          }
        },
      ),
      { seed: 11, numRuns: 400 },
    )
  })

  it('(law) is the same for rows in any order', () => {
    const shuffling = fc
      .array(anySale, { maxLength: 14 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      )
    fc.assert(
      fc.property(shuffling, ([fields, shuffled]) => {
        const [a, b] = [fields, shuffled].map((all) => amountsFrom(all.map((own) => sale(own))))
        expect(b).to.deep.equal(a)
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('(law) is in total what its periods add up to, and every row stands in one of them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anySale, { maxLength: 14, selector: JSON.stringify }),
        (fields) => {
          const records = fields.map((own) => sale(own))
          const { rows, totals, unread } = amountsFrom(records)
          for (const { currency, ...total } of totals) {
            const own = rows.filter((row) => row.currency === currency)
            for (const bound of bounds) {
              const sum = own.reduce((all, row) => all + cents(row[bound]), 0n)
              expect(sum).to.equal(cents(total[bound]))
            }
          }
          const cited = rows.flatMap(({ evidence }) => evidence)
          expect(new Set(cited).size).to.equal(cited.length)
          expect(cited.length).to.equal(new Set(records.map(({ hash }) => hash)).size - unread)
        },
      ),
      { seed: 5, numRuns: 200 },
    )
  })
})

const bounds = ['low', 'likely', 'high'] as const

function refunding(own: SaleFields, more: number): SaleFields {
  return { ...own, refunded: (Number(own['refunded'] || 0) + more / 100).toFixed(2) }
}

function right(own: object): ConcernedRight {
  const authorised = {
    party: 'x',
    shops: [...shops],
    by: 'key',
    evidence: [],
    ...own,
  } as Authorised
  return {
    ...{ id: 'demo/r', office: 'o', number: '1', holder: 'h', classes: [], inForce: 'yes' },
    because: { testBuys: 0, shops: 0, listings: 0, stated: true },
    ...{ shops: [...shops], authorised: [authorised], evidence: [] },
  }
}

function figure(own: Partial<ReferenceFigure>): ReferenceFigure {
  return {
    ...{ id: 'f', measure: 'sales', currency: 'CNY', amount: '1.00' },
    validFrom: IsoDate.parse('2025-04-26'),
    ...{ about: { en: 'a', 'zh-CN': 'b' }, text: 't', source: 's' },
    ...own,
  }
}
