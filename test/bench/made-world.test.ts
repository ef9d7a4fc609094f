import { expect } from 'chai'

import { worldFiles } from '../support/world-files.ts'
import { madeWorld } from './made-world.ts'

const options = { shops: 400, seed: 104, evasion: 1, twin: false, labels: 0 }

describe('madeWorld', () => {
  const { starts, trapGroups } = madeWorld(options)
  const [, ...rows] = (worldFiles(options).files.get('truth/truth.csv') ?? '').trim().split('\n')
  const truth = rows.map((row) => {
    const [platform, id, , , trap = ''] = row.split(',')
    return { key: `shop:${platform}/${id}`, traps: trap.split('|') }
  })

  it('knows when every shop of the world began', () => {
    expect([...starts.keys()].toSorted()).to.deep.equal(truth.map(({ key }) => key).toSorted())
  })

  it('puts shops into groups of traps that the truth names for them', () => {
    const trapsOf = new Map(truth.map(({ key, traps }) => [key, traps]))
    expect(trapGroups).to.not.have.length(0)
    for (const { trap, shops } of trapGroups)
      for (const shop of shops)
        expect(trapsOf.get(shop)).to.include.oneOf(
          trap === 'impersonator' ? ['impersonator', 'impersonated'] : [trap],
        )
  })

  it('puts a copy and what it copies into one group', () => {
    const groups = trapGroups.filter(({ trap }) => trap === 'impersonator')
    const copied = truth.filter(({ traps }) => traps.includes('impersonated'))
    expect(groups.length).to.be.within(copied.length - 1, copied.length)
    for (const { shops } of groups)
      expect(copied.filter(({ key }) => shops.includes(key))).to.have.length(1)
  })

  it('leaves nobody alone in a trap that needs two', () => {
    const marked = (trap: string) => truth.filter(({ traps }) => traps.includes(trap)).length
    const grouped = (trap: string) =>
      trapGroups.filter((own) => own.trap === trap).flatMap(({ shops }) => shops).length
    for (const trap of ['family', 'franchise', 'recycled_phone'])
      expect(grouped(trap)).to.be.within(marked(trap) - 1, marked(trap))
  })
})
