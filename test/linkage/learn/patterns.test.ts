import { expect } from 'chai'
import fc from 'fast-check'

import { patternsOf, unknownLevel } from '../../../server/linkage/learn/patterns.ts'
import { aColumn } from './simulated.ts'

const level = fc.constantFrom(0, 1, 2, unknownLevel)
const columns = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 5 }))
  .chain(([pairs, width]) =>
    fc.array(fc.array(level, { minLength: pairs, maxLength: pairs }), {
      minLength: width,
      maxLength: width,
    }),
  )
  .map((list) => list.map((own) => aColumn(own, 3)))

describe('patterns', () => {
  it('(law) have the levels of every pair that shows them, the unknown ones too', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const pairs = all[0]?.level.length ?? 0
        const { of, levels } = patternsOf(all, pairs)
        for (const [column, { level: own }] of all.entries()) {
          for (let pair = 0; pair < pairs; pair++)
            expect(levels[column]?.[of[pair] ?? -1]).to.equal(own[pair])
        }
      }),
    )
  })

  it('(law) are counted so that the counts add up to the pairs, and no two are alike', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const pairs = all[0]?.level.length ?? 0
        const { counts, levels } = patternsOf(all, pairs)
        expect(counts.reduce((sum, own) => sum + own, 0)).to.equal(pairs)
        expect([...counts].every((own) => 0 < own)).to.equal(true)
        const texts = Array.from(counts, (_, pattern) => levels.map((own) => own[pattern]).join())
        expect(new Set(texts).size).to.equal(counts.length)
      }),
    )
  })
})
