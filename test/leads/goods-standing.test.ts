import { expect } from 'chai'
import fc from 'fast-check'

import type { Life } from '../../server/domain/life.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { letterBlocks } from '../../server/leads/dossier/letter.ts'
import { shopBlocks } from '../../server/leads/dossier/shop-section.ts'
import { draftOf } from '../../server/leads/draft.ts'
import { goodsStandings } from '../../server/leads/goods-standing.ts'
import { day, facts } from '../support/store-builders.ts'
import { contentsOf, optionsOf } from './contents.ts'
import { shops } from './keys.ts'

const [asOf, sealedOn] = [day('2026-03-01'), day('2026-03-14')]
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
  const all = [a, b, c].map((shop) => ({ shop, lives: lives[shop] ?? [] }))
  return goodsStandings({ shops: all, records, asOf, sealedOn })
}

describe('what is known of the goods of a shop', () => {
  it('is verified by a counterfeit test buy of the 90 days before sealing, and by none that is older or later', () => {
    const said = (on: string) => standings([buy('a', on)]).get(a)?.standing
    expect(said('2026-03-14')).to.equal('verified')
    expect(said('2025-12-14')).to.equal('verified')
    expect(said('2025-12-13')).to.equal('earlier')
    expect(said('2026-03-15')).to.equal('untested')
  })

  it('is only inferred where another shop of the ring sold counterfeits, or was closed for it', () => {
    expect(standings([buy('a', '2026-03-01')]).get(b)?.standing).to.equal('inferred')
    const closed: Life = { began: 'opened', to: day('2025-01-01'), ended: 'counterfeit' }
    const found = standings([], { [c]: [closed] })
    expect(found.get(a)).to.deep.equal({ standing: 'inferred', isLive: true })
    expect(found.get(c)).to.deep.equal({ standing: 'closed', isLive: false })
    expect(standings([]).get(a)?.standing).to.equal('untested')
  })

  it('is open while nobody with a name judged it, or only without a day, and the closing of its shop does not stand for a verdict', () => {
    const closed: Life = { began: 'opened', to: day('2025-01-01'), ended: 'counterfeit' }
    for (const fields of [
      { verifier: '' },
      { result: 'unclear' },
      { result: 'pending' },
      { ordered_on: '14/03/2026' },
    ]) {
      const found = standings([buy('a', '2026-03-01', fields)], { [a]: [closed] })
      expect(found.get(a)?.standing, JSON.stringify(fields)).to.equal('open')
    }
    const genuine = standings([buy('a', '2026-03-01', { result: 'genuine' })])
    expect(genuine.get(a)?.standing).to.equal('genuine')
    expect(genuine.get(b)?.standing).to.equal('untested')
    const office = { verifier: '', verifier_kind: 'agency' }
    expect(standings([buy('a', '2026-03-01', office)]).get(a)?.standing).to.equal('verified')
  })

  it('tells a genuine verdict whatever else was found', () => {
    const genuine = buy('a', '2026-03-02', { result: 'genuine' })
    expect(standings([genuine, buy('a', '2026-03-01')]).get(a)).to.deep.equal({
      standing: 'verified',
      on: '2026-03-01',
      genuineOn: '2026-03-02',
      isLive: true,
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
        const on = new Date(Date.parse(sealedOn) - days * 86_400_000).toISOString().slice(0, 10)
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

  it('is the same in the letter, on the cover, in the table of shops and in subjects.csv, while the test buy is fresh and when it is not', () => {
    expect(saidOn(-150)).to.deep.equal({
      letter: {
        'Tested within 90 days before sealing: counterfeit':
          '1: 金莲 LuxeBagHub (weigou.example/12903)',
      },
      shops: 'verified counterfeit, bought 2025-09-18',
      subjects: 'tested within 90 days before sealing: counterfeit',
    })
    expect(saidOn(0)).to.deep.equal({
      letter: { 'Tested longer ago: counterfeit': '1: 金莲 LuxeBagHub (weigou.example/12903)' },
      shops: 'found counterfeit, bought 2025-09-18, more than 90 days before sealing',
      subjects: 'tested earlier: counterfeit',
    })
  })
})

/** Where each paper has the shop that was found to sell counterfeits, when it is sealed so many days later. */
function saidOn(days: number) {
  const options = optionsOf()
  const later = { ...options, now: EpochMs.parse(options.now + days * 86_400_000) }
  const input = { ...draftOf(contentsOf(), 'en', later), options: later }
  const facts = letterBlocks(input).flatMap((block) => (block.kind === 'facts' ? block.rows : []))
  const table = shopBlocks(input).find((block) => block.kind === 'table')
  const row = table?.kind === 'table' ? table.rows.find(([name]) => name?.includes('金莲')) : []
  const line = input.tables['subjects.csv']?.split('\n').find((text) => text.includes(shops.lotus))
  return {
    letter: Object.fromEntries(facts.filter(([, names]) => names.includes('金莲'))),
    shops: row?.at(-1),
    subjects: line?.split(',')[10],
  }
}
