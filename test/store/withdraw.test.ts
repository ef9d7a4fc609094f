import { expect } from 'chai'
import fc from 'fast-check'

import type { Facts } from '../../server/domain/fact.ts'
import type { Store } from '../../server/store/port.ts'
import {
  all,
  aQuarantinedRow,
  aSource,
  at,
  edge,
  facts,
  load,
  node,
} from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const phones = ['contact:phone/+8613800138000', 'contact:phone/+8613800138001']

/** A row about one of few shops with one of few phones, so that datasets speak of the same things. */
const aRow = fc.record({
  id: fc.integer({ min: 0, max: 30 }),
  shop: fc.integer({ min: 0, max: 3 }),
  phone: fc.integer({ min: 0, max: 1 }),
  name: fc.constantFrom('海在', '莲花', ''),
})

type Row = { id: number; shop: number; phone: number; name: string }

function factsOf(dataset: string, { id, shop, phone, name }: Row): Facts {
  const key = `shop:taobao.com/${shop}`
  const source = `${dataset}/shops.csv`
  return facts(String(id), {
    source,
    row: id + 1,
    nodes: [node(key, { ...(name !== '' && { name }) }), node(phones[phone] ?? '')],
    edges: [edge(key, 'REACHED_AT', phones[phone] ?? '')],
  })
}

const once = (rows: readonly Row[]) => [...new Map(rows.map((row) => [row.id, row])).values()]

async function loadRows(store: Store, dataset: string, rows: readonly Row[], ms: number) {
  const source = aSource(`${dataset}/shops.csv`, { dataset, loadedAt: at(ms) })
  await load(
    store,
    rows.map((row) => factsOf(dataset, row)),
    source,
  )
}

for (const [name, open] of Object.entries(stores)) {
  describe(`withdrawing from the ${name} store`, () => {
    it('leaves the graph as if it had never seen the dataset, corrected versions included', async () => {
      const some = fc.array(aRow, { maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(some, some, some, async (kept, first, corrected) => {
          await using seen = await open()
          await loadRows(seen, 'b', once(first), 1)
          await loadRows(seen, 'a', once(kept), 2)
          await loadRows(seen, 'b', once(corrected), 3)
          const replaced = await seen.canonicalHash()
          await seen.withdraw('b', at(4))
          const withdrawn = await seen.canonicalHash()
          await using fresh = await open()
          await loadRows(fresh, 'a', once(kept), 1)
          expect(withdrawn).to.equal(await fresh.canonicalHash())
          await loadRows(fresh, 'b', once(corrected), 2)
          expect(replaced).to.equal(await fresh.canonicalHash())
        }),
        { numRuns: name === 'embedded' ? 25 : 4 },
      )
    }).timeout(120_000)

    it('takes back sources, records and quarantined rows, says how many, and keeps the history', async () => {
      await using store = await open()
      await loadRows(store, 'b', [{ id: 1, shop: 1, phone: 0, name: '' }], 1)
      await store.putQuarantine('b/shops.csv', [aQuarantinedRow(7, 'b/shops.csv')])
      await loadRows(store, 'bc', [{ id: 1, shop: 2, phone: 0, name: '' }], 1)
      expect(await store.withdraw('b', at(2))).to.deep.equal({
        sources: 1,
        records: 1,
        quarantined: 1,
      })
      expect((await store.sources()).map(({ id }) => id)).to.deep.equal(['bc/shops.csv'])
      expect(await all(store.scanQuarantine())).to.deep.equal([])
      const lines = (await all(store.dump())).map((line) => JSON.parse(line))
      expect(lines.filter(({ supersededAt }) => supersededAt === 2)).to.have.length(2)
      expect(await store.withdraw('b', at(3))).to.deep.equal({
        sources: 0,
        records: 0,
        quarantined: 0,
      })
    })

    it('takes back a load that was broken off before its source was finished', async () => {
      await using store = await open()
      await store.putFacts(
        'b/shops.csv',
        [factsOf('b', { id: 1, shop: 1, phone: 0, name: '' })],
        at(1),
      )
      expect(await store.withdraw('b', at(2))).to.include({ sources: 0, records: 1 })
      expect(await all(store.scanNodes())).to.deep.equal([])
    })
  })
}
