import { expect } from 'chai'

import { linkShops } from '../../server/linkage/link-shops.ts'
import { patience, readWorld } from './learnt-world.ts'

const how = { seed: 107, evasion: 1, twin: false, labels: 0 }

describe('a small store', () => {
  it('of some hundred shops teaches its own weights, and nine in ten links that it tells are right', async function () {
    this.timeout(patience)
    const { evidence, options, controllerOf } = await readWorld({ ...how, shops: 400 })
    const { links, model } = linkShops(evidence, options)
    const told = links.filter(
      ({ kind, probability }) => kind === 'same_controller' && options.threshold <= probability,
    )
    const right = told.filter(({ from, to }) => controllerOf.get(from) === controllerOf.get(to))
    expect(model.name).to.match(/^learnt/)
    expect(told).to.have.length.above(30)
    expect(right.length / told.length).to.be.above(0.9)
  })

  it('of two hundred shops is weighed by what is usual', async function () {
    this.timeout(patience)
    const { evidence, options } = await readWorld({ ...how, shops: 200 })
    expect(linkShops(evidence, options).model.name).to.match(/^usual/)
  })
})
