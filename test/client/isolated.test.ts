import { expect } from 'chai'

import { isolated } from '../../client/i18n/isolated.ts'

const [firstStrong, pop, override] = ['\u2068', '\u2069', '\u202e']

describe('a value in a sentence', () => {
  it('stands as it is where it is written from left to right', () => {
    for (const value of ['Lin Test', '金莲箱包', '<b>&amp;', '{{count}}', ''])
      expect(isolated(value)).to.equal(value)
  })

  it('turns itself round and nothing beside it', () => {
    expect(isolated('متجر')).to.equal(`${firstStrong}متجر${pop}`)
    expect(isolated('חנות 3')).to.equal(`${firstStrong}חנות 3${pop}`)
  })

  it('cannot end its own isolation, nor override what follows', () => {
    expect(isolated(`${pop}${override}gpj`)).to.equal(`${firstStrong}gpj${pop}`)
  })
})
