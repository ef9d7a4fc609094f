import { expect } from 'chai'

import { canonicalJson } from '../../server/domain/canonical.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import type { Model } from '../../server/linkage/model.ts'
import { readModel, storeModel } from '../../server/linkage/stored-model.ts'
import { learntWorld, patience, readWorld } from './learnt-world.ts'
import { market, options, strangers } from './market.ts'

describe('a store that is judged again by the model of its own run', () => {
  it('gets the links of the run, number for number, where weights were learnt', async function () {
    this.timeout(patience)
    const { evidence, options: asked, linkage } = await learntWorld()
    const again = linkShops(evidence, { ...asked, model: linkage.model })
    expect(canonicalJson(again.links)).to.equal(canonicalJson(linkage.links))
  })

  it('gets them where people checked the weights, and once the model went through a store', async function () {
    this.timeout(patience)
    const how = { shops: 2500, seed: 3, evasion: 1, twin: false, labels: 0.5 }
    const { evidence, options: asked } = await readWorld(how)
    const run = linkShops(evidence, asked)
    expect(run.model.slopes.labels).to.be.above(100)
    expect(run.reliability?.n).to.equal(run.model.slopes.labels)
    expect(run.reliability?.ece).to.be.within(0, 0.2)
    const kept = readModel(JSON.parse(JSON.stringify(storeModel(run.model)))) as Model
    const again = linkShops(evidence, { ...asked, model: kept })
    expect(canonicalJson(again.links)).to.equal(canonicalJson(run.links))
    expect(again.reliability, 'nothing was fitted').to.equal(undefined)
  })

  it('reports no reliability where nobody decided without seeing the score', async function () {
    this.timeout(patience)
    const { linkage } = await learntWorld()
    expect(linkage.reliability).to.equal(undefined)
  })

  it('gets them where the store holds too little to learn from', () => {
    const evidence = market([
      { id: 'a', closed: '2025-01-01', account: ['x'], phone: ['+861'], name: 'Golden Lotus' },
      { id: 'b', opened: '2025-01-09', account: ['x'], phone: ['+861'], name: 'Golden Lotus' },
      { id: 'c', opened: '2025-01-12', account: ['x'], phone: ['+861'], name: 'Golden Lotus' },
      ...strangers(20),
    ])
    const run = linkShops(evidence, options)
    const again = linkShops(evidence, { ...options, model: run.model })
    expect(run.links).to.not.have.length(0)
    expect(canonicalJson(again.links)).to.equal(canonicalJson(run.links))
  })
})
