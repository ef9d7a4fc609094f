import { expect } from 'chai'

import { ageOn, birthDateOf } from '../../../server/trace/nominee/age.ts'

describe('ages', () => {
  it('count whole years, and read a birth date from a resident number', () => {
    expect([ageOn('2000-02-29', '2018-02-28'), ageOn('2000-02-29', '2018-03-01')]).to.deep.equal([
      17, 18,
    ])
    expect(birthDateOf({ idScheme: 'resident_id', idNumber: '35030219900102123X' })).to.equal(
      '1990-01-02',
    )
  })
})
