import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { aSource, at, edge, facts, load } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const hub = 'origin:广州'
const shipsFrom = { type: 'SHIPS_FROM', direction: 'in' } as const
const shipping = (from: readonly string[], source = aSource().id) =>
  from.map((one) => facts(one, { source, edges: [edge(one, 'SHIPS_FROM', hub)] }))
const shops = Array.from({ length: 300 }, (_, place) => `shop:taobao.com/${place}`)

for (const [name, open] of Object.entries(stores)) {
  describe(`a hub in the ${name} store`, () => {
    it('is counted anew after more was loaded or taken back, and as before where nothing was', async () => {
      await using store = await open()
      const other = aSource('other/a.csv', { dataset: 'other' })
      await load(store, shipping([...shops, 'factory:demo/1']))
      for (const _time of [1, 2]) await expectCounts(store, { Factory: 1, Shop: 300 })
      await load(store, shipping(['shop:jd.com/1', 'factory:demo/2'], other.id), other)
      for (const _time of [1, 2]) await expectCounts(store, { Factory: 2, Shop: 301 })
      await store.withdraw('other', at(4))
      await expectCounts(store, { Factory: 1, Shop: 300 })
    })
  })
}

describe('a hub in an embedded store that others have open', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'revenant-hubs-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('is counted anew once another has written', async () => {
    await using store = await openStore(folder, {})
    await load(store, shipping(shops))
    await using other = await openStore(folder, {})
    for (const counting of [store, other]) {
      expect((await counting.relationCounts([hub])).get(hub)).to.equal(300)
    }
    await other.putFacts(aSource().id, shipping(['shop:jd.com/1']), at(1))
    for (const counting of [store, other]) {
      expect((await counting.relationCounts([hub])).get(hub)).to.equal(301)
    }
  })
})

/** Whichever way the hub is counted. */
async function expectCounts(
  store: Store,
  { Factory, Shop }: Readonly<Record<'Factory' | 'Shop', number>>,
): Promise<void> {
  expect(await store.neighbourCounts(hub)).to.deep.equal([
    { ...shipsFrom, kind: 'Factory', count: Factory },
    { ...shipsFrom, kind: 'Shop', count: Shop },
  ])
  const totals = (['Factory', 'Shop', undefined] as const).map(
    async (kind) => (await store.neighbours(hub, { ...shipsFrom, kind, limit: 1 })).total,
  )
  expect(await Promise.all(totals)).to.deep.equal([Factory, Shop, Factory + Shop])
  const keys = [hub, 'shop:nowhere', hub]
  expect([...(await store.relationCounts(keys))]).to.deep.equal([[hub, Factory + Shop]])
  expect([...(await store.relationCounts(keys, ['AT']))]).to.deep.equal([])
  expect([...(await store.holderCounts(keys, 200))]).to.deep.equal([[hub, Shop]])
}
