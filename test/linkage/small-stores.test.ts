import { expect } from 'chai'

import type { WorldOptions } from '../../server/jobs/world/plan.ts'
import { listingColumns } from '../../server/linkage/catalogue/build-listings.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { patience, readWorld } from './learnt-world.ts'

const how = { seed: 107, evasion: 1, twin: false, labels: 0 }

describe('a small store', () => {
  it('of some hundred shops teaches its own weights, and nineteen in twenty links that it tells are right', async function () {
    this.timeout(patience)
    const { model, links } = await toldOf({ ...how, shops: 400 })
    expect(model).to.match(/^learnt/)
    expect(links).to.have.length.above(30)
    expect(links.filter(({ right }) => right).length / links.length).to.be.above(0.95)
  })

  it('of a hundred shops does too, and most links that it tells are right', async function () {
    this.timeout(patience)
    const told = await Promise.all(
      [101, 103, 107].map((seed) => toldOf({ ...how, seed, shops: 100 })),
    )
    const all = told.flatMap((own) => own.links)
    expect(told.map(({ model }) => model.slice(0, 6))).to.deep.equal(['learnt', 'learnt', 'learnt'])
    expect(all).to.have.length.above(30)
    expect(all.filter(({ right }) => right).length / all.length).to.be.above(0.85)
  })

  it('in which nobody was closed teaches its own weights from five channels on', async function () {
    this.timeout(patience)
    const { evidence, options } = await readWorld({ ...how, shops: 100 })
    const nodes = evidence.nodes.map((node) => ({
      ...node,
      lives: node.lives.map(({ to: _, ...life }) => life),
    }))
    expect(linkShops({ ...evidence, nodes }, options).model.name).to.match(/^learnt/)
    const few = nodes.filter(({ kind }) => kind === 'Shop' || kind === 'PaymentAccount')
    const keys = new Set(few.map(({ key }) => key))
    const edges = evidence.edges.filter(({ from, to }) => keys.has(from) && keys.has(to))
    const { model, pairsCompared } = linkShops(
      { ...evidence, nodes: few, edges, listings: listingColumns([]) },
      options,
    )
    expect(pairsCompared).to.be.above(10)
    expect(model.name).to.match(/^usual/)
  })
})

async function toldOf(world: WorldOptions) {
  const { evidence, options, controllerOf } = await readWorld(world)
  const { links, model } = linkShops(evidence, options)
  const told = links.filter(
    ({ kind, probability }) => kind === 'same_controller' && options.threshold <= probability,
  )
  return {
    model: model.name,
    links: told.map(({ from, to }) => ({ right: controllerOf.get(from) === controllerOf.get(to) })),
  }
}
