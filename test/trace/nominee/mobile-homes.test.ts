import { expect } from 'chai'
import fc from 'fast-check'

import { type HomeRun, homesOf } from '../../../server/trace/nominee/mobile-homes.ts'

/** Runs that are apart, from cuts in ascending order. */
const runs = fc
  .uniqueArray(fc.integer({ min: 1_300_000, max: 1_300_060 }), { minLength: 2, maxLength: 16 })
  .map((cuts) => {
    const sorted = cuts.toSorted((a, b) => a - b)
    return sorted.flatMap((from, at): HomeRun[] => {
      const to = sorted[at + 1]
      return at % 2 === 0 && to !== undefined ? [{ from, to, province: `${11 + at}0000` }] : []
    })
  })
const prefix = fc.integer({ min: 1_299_990, max: 1_300_070 })
const rest = fc.integer({ min: 1_000, max: 9_999 })

describe('the home of a mobile number', () => {
  it('(law) is the province of the run that holds its first seven digits, whatever follows and in whatever order the runs come', () => {
    fc.assert(
      fc.property(runs, prefix, rest, (all, digits, tail) => {
        const holding = all.find(({ from, to }) => from <= digits && digits <= to)
        for (const some of [all, all.toReversed()]) {
          expect(homesOf(some)(`+86${digits}${tail}`)).to.equal(holding?.province)
        }
      }),
    )
  })

  it('is unknown of whatever is no mobile number of mainland China in E.164', () => {
    const homeOf = homesOf([{ from: 1_300_000, to: 1_999_999, province: '110000' }])
    const others = ['13800138000', '+861380013800', '+86138001380001', '+8613800138***']
    const abroad = ['+85213800138', '+861012345678', '+8612800138000', '+1 3800138000', '']
    expect([...others, ...abroad].map(homeOf)).to.deep.equal(Array(9).fill(undefined))
    expect(homeOf('+8613800138000')).to.equal('110000')
  })

  it('is unknown where there are no runs', () => {
    expect(homesOf([])('+8613800138000')).to.equal(undefined)
  })
})
