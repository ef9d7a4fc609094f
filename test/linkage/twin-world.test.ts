import { expect } from 'chai'

import { linkShops } from '../../server/linkage/link-shops.ts'
import { linkedPairs, patience, readWorld } from './learnt-world.ts'

describe('a market in which nobody comes back', () => {
  it('gives hardly a link: of 3,000 shops at most one pair is told to have one controller', async () => {
    const { evidence, options } = await readWorld({
      shops: 3000,
      seed: 3,
      evasion: 1,
      twin: true,
      labels: 0,
    })
    const { links, model } = linkShops(evidence, options)
    expect(model.name).to.match(/^learnt/)
    expect(linkedPairs(links, options.threshold).size).to.be.at.most(1)
  }).timeout(patience)
})
