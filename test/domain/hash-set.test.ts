import { createHash } from 'node:crypto'

import { expect } from 'chai'

import { hashSet } from '../../server/domain/hash-set.ts'
import { Sha256 } from '../../server/domain/units.ts'

const hashOf = (at: number) => Sha256.parse(createHash('sha256').update(String(at)).digest('hex'))

describe('a set of hashes', () => {
  it('has what was added and nothing else, however often it grew', () => {
    const set = hashSet()
    for (let at = 0; at < 5_000; at += 2) {
      set.add(hashOf(at))
      set.add(hashOf(at))
    }
    for (let at = 0; at < 5_000; at += 1) expect(set.has(hashOf(at))).to.equal(at % 2 === 0)
  })

  it('tells hashes apart that begin alike', () => {
    const set = hashSet()
    const [one, other] = ['0', 'f'].map((last) =>
      Sha256.parse(`${'ab'.repeat(15)}0${last}${'0'.repeat(32)}`),
    )
    if (one === undefined || other === undefined) throw new Error('there are two')
    set.add(one)
    expect([set.has(one), set.has(other)]).to.deep.equal([true, false])
  })
})
