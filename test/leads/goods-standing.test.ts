import { expect } from 'chai'
import fc from 'fast-check'

import type { Life } from '../../server/domain/life.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import { goodsStandings } from '../../server/leads/goods-standing.ts'
import { day, facts } from '../support/store-builders.ts'

const asOf = day('2026-03-14')
const [a, b, c] = ['shop:t/a', 'shop:t/b', 'shop:t/c']

function buy(id: string, on: string, fields: SourceRecord['fields'] = {}): SourceRecord {
  return facts(`${id} ${on}`, {
    kind: 'test_buy',
    fields: {
      ...{ platform: 't', shop_id: id, ordered_on: on, result: 'counterfeit', verifier: 'Lab' },
      ...fields,
    },
  }).record
}

function standings(
  records: readonly SourceRecord[],
  lives: Readonly<Record<string, readonly Life[]>> = {},
) {
  const shops = [a, b, c].map((shop) => ({ shop, lives: lives[shop] ?? [] }))
  return goodsStandings({ shops, records, asOf })
}

describe('what is known of the goods of a live shop', () => {
  it('is verified by a counterfeit test buy of the last 90 days, and by none that is older or later', () => {
    const said = (on: string) => standings([buy('a', on)]).get(a)?.standing
    expect(said('2026-03-14')).to.equal('verified')
    expect(said('2025-12-14')).to.equal('verified')
    expect(said('2025-12-13')).to.equal('inferred')
    expect(said('2026-03-15')).to.equal('untested')
  })

  it('is only inferred where another shop of the ring sold counterfeits, or was closed for it', () => {
    expect(standings([buy('a', '2026-03-01')]).get(b)?.standing).to.equal('inferred')
    const closed: Life = { began: 'opened', to: day('2025-01-01'), ended: 'counterfeit' }
    const found = standings([], { [c]: [closed] })
    expect(found.get(a)?.standing).to.equal('inferred')
    expect(found.has(c)).to.equal(false)
    expect(standings([]).get(a)?.standing).to.equal('untested')
  })

  it('is not verified by what nobody judged, or judged otherwise, or cannot be dated', () => {
    for (const fields of [
      { verifier: '' },
      { result: 'unclear' },
      { result: 'pending' },
      { result: 'genuine' },
      { ordered_on: '14/03/2026' },
    ]) {
      const { standing } = standings([buy('a', '2026-03-01', fields)]).get(a) ?? {}
      expect(standing, JSON.stringify(fields)).to.equal('untested')
    }
    const office = { verifier: '', verifier_kind: 'agency' }
    expect(standings([buy('a', '2026-03-01', office)]).get(a)?.standing).to.equal('verified')
  })

  it('tells a genuine verdict whatever else was found', () => {
    const genuine = buy('a', '2026-03-02', { result: 'genuine' })
    expect(standings([genuine, buy('a', '2026-03-01')]).get(a)).to.deep.equal({
      standing: 'verified',
      on: '2026-03-01',
      genuineOn: '2026-03-02',
    })
  })

  it('does not depend on the order of the records, and more of them never take a verification back', () => {
    const any = fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        days: fc.integer({ min: 0, max: 200 }),
        result: fc.constantFrom('counterfeit', 'genuine', 'unclear', 'pending'),
      })
      .map(({ id, days, result }) => {
        const on = new Date(Date.parse(asOf) - days * 86_400_000).toISOString().slice(0, 10)
        return buy(id, on, { result })
      })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), any, (records, one) => {
        const before = standings(records)
        expect([...standings(records.toReversed())]).to.deep.equal([...before])
        for (const [shop, { standing }] of before) {
          if (standing === 'verified') {
            expect(standings([...records, one]).get(shop)?.standing).to.equal('verified')
          }
        }
      }),
      { seed: 20_260_314 },
    )
  })
})
