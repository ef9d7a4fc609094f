import { expect } from 'chai'

import { slipsOf } from '../../server/linkage/slips.ts'

describe('slips of the pen', () => {
  const right = '110105194912310029'
  const known = new Set([right, '91990000FX1603421J'])

  it('one wrong character or two exchanged ones lead back to the right number', () => {
    const wrong = ['110105194912310020', '111005194912310029', '91990000FX16O3421J']
    expect([...slipsOf(wrong, known)]).to.deep.equal([
      [wrong[0], [right]],
      [wrong[1], [right]],
      [wrong[2], ['91990000FX1603421J']],
    ])
  })

  it('two wrong characters do not, nor does the right number lead to itself', () => {
    expect(slipsOf(['110105194912319920', right], known).size).to.equal(0)
  })
})
