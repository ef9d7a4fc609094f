import { expect } from 'chai'
import fc from 'fast-check'

import { remembering } from '../../server/linkage/remembering.ts'

describe('what is remembered', () => {
  it('is what was asked for, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.integer({ min: 2, max: 12 }), (keys, most) => {
        const of = remembering((key) => (key % 3 === 0 ? undefined : { key }), most)
        for (const key of keys) expect(of(key)).to.deep.equal(key % 3 === 0 ? undefined : { key })
      }),
    )
  })

  it('is worked out once for as long as few others are asked for, and anew where many were', () => {
    let worked = 0
    const of = remembering((key) => {
      worked += 1
      return { key }
    }, 8)
    for (let turn = 0; turn < 5; turn++) for (let key = 0; key < 4; key++) of(key)
    expect(worked).to.equal(4)
    of(4)
    of(0)
    expect(worked).to.equal(5)
    for (let key = 5; key < 12; key++) of(key)
    expect(worked).to.equal(12)
    of(11)
    expect(worked).to.equal(12)
    of(0)
    expect(worked).to.equal(13)
  })
})
