import { expect } from 'chai'
import fc from 'fast-check'

import type { LeadPart } from '../../../server/domain/leads/lead-part.ts'
import { claimContext } from '../../../server/leads/claims/context.ts'
import { coreOf } from '../../../server/leads/core.ts'
import { evidenceOf } from '../../../server/leads/evidence.ts'
import { namesOf } from '../../../server/leads/names.ts'
import { countedIn, numberOf } from '../../../server/leads/split/split.ts'
import { wordsOf } from '../../../server/leads/words/words.ts'
import { contentsOf } from '../contents.ts'
import { shops } from '../keys.ts'
import { sale } from '../money/sale-rows.ts'

const all = Object.values(shops)
const numbers = ['L-2026-000001', 'L-2026-000002', 'L-2026-000003']

/** The shops of a ring in up to three parts, or in none of them, as after a later run. */
const anyParts: fc.Arbitrary<LeadPart[]> = fc
  .array(fc.integer({ min: -1, max: 2 }), { minLength: all.length, maxLength: all.length })
  .map((places) =>
    numbers.flatMap((lead, place) => {
      const own = all.filter((_, index) => places[index] === place)
      return own.length === 0 ? [] : [{ lead, province: '350000', shops: own }]
    }),
  )
  .filter(({ length }) => 0 < length)

/** What a lead about the ring says, as one of several or as the only one. */
function contextOf(split?: { own: string; parts: readonly LeadPart[] }) {
  const contents = contentsOf()
  const sales = all.map((key, index) => {
    const [platform = '', id = ''] = key.replace('shop:', '').split('/')
    return sale(
      {
        platform,
        shop_id: id,
        gross: String(1_000 * (index + 1)),
        refunded: '0',
        suspected_brushing: '0',
      },
      index,
    )
  })
  const words = wordsOf('en')
  const core = coreOf(
    {
      ...contents,
      records: [...contents.records, ...sales],
      events: [...contents.events, ...sales],
      split,
    },
    words,
  )
  const evidence = evidenceOf(core)
  return claimContext(core, { evidence, words: words.claims, nameOf: namesOf(core.nodes) })
}

describe('a lead that was split', () => {
  it('adds up with the others to what one lead would say, whatever stands in which part', () => {
    const whole = contextOf().amounts.totals
    fc.assert(
      fc.property(anyParts, (parts) => {
        const each = parts.map(({ lead }) => contextOf({ own: lead, parts }))
        expect(each.flatMap(({ ownShops }) => ownShops).toSorted()).to.deep.equal(all.toSorted())
        for (const bound of ['low', 'likely', 'high'] as const) {
          const sum = each
            .flatMap(({ amounts }) => amounts.totals)
            .reduce((total, own) => total + Number(own[bound]), 0)
          expect(sum).to.equal(Number(whole[0]?.[bound]))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('counts whoever stands behind shops of several parts with the first of them', () => {
    const { edges, ring } = contentsOf()
    const parts = [
      { lead: numbers[1] ?? '', province: '350000', shops: [shops.bag, shops.petal] },
      { lead: numbers[0] ?? '', province: '440000', shops: [shops.lotus] },
    ]
    const counted = countedIn({ own: numbers[0] ?? '', parts }, { ring, edges })
    const behind = edges.filter(({ type }) => type === 'REGISTERED_TO' || type === 'PAID_INTO')
    expect(behind).to.not.be.empty
    for (const { from, to } of behind) {
      const firsts = behind.filter((edge) => edge.to === to).map((edge) => counted(edge.from))
      expect(firsts).to.include(counted(from))
      expect(counted(to)).to.equal(firsts.includes(numbers[1] ?? '') ? numbers[1] : numbers[0])
    }
  })

  it('goes by its number in every version and for every recipient', () => {
    for (const id of ['L-2026-000001-v1', 'L-2026-000001-v12-r3'])
      expect(numberOf(id)).to.equal('L-2026-000001')
  })
})
