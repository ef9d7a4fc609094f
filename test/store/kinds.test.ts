import { expect } from 'chai'

import { all, aSource, at, facts, load, node } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

for (const [name, open] of Object.entries(stores)) {
  describe(`records by kind in the ${name} store`, () => {
    it('are found in the files of that kind, and while a file is loaded anew as another kind by both', async () => {
      await using store = await open()
      const row = (kind: 'parcel' | 'test_buy', text: string, of: number) =>
        facts(text, { kind, row: of, source: 'demo/b.csv', nodes: [node('shop:taobao.com/1')] })
      const rowsOf = async (kind: 'parcel' | 'test_buy' | 'decision') =>
        (await all(store.scanRecords([kind]))).map(({ row: own }) => own)
      const parcels = [row('parcel', 'a', 4), row('parcel', 'b', 5)]
      await load(store, parcels, aSource('demo/b.csv', { kind: 'parcel' }))
      expect(await rowsOf('parcel')).to.deep.equal([4, 5])
      expect(await rowsOf('test_buy')).to.deep.equal([])

      const buys = [row('test_buy', 'c', 4), row('test_buy', 'd', 5)]
      await store.putFacts('demo/b.csv', buys, at(2))
      expect(await rowsOf('test_buy')).to.deep.equal([4, 5])
      expect(await rowsOf('parcel')).to.deep.equal([4, 5])

      await load(store, buys, aSource('demo/b.csv', { kind: 'test_buy', loadedAt: at(2) }))
      expect(await rowsOf('test_buy')).to.deep.equal([4, 5])
      expect(await rowsOf('parcel')).to.deep.equal([])
      expect(await rowsOf('decision')).to.deep.equal([])
    })
  })
}
