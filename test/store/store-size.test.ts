import { expect } from 'chai'

import { openDatabase } from '../../server/store/embedded/database.ts'
import { storeSize } from '../../server/store/embedded/store-size.ts'
import { openStore } from '../../server/store/open-store.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import { facts, load, node } from '../support/store-builders.ts'

describe('an embedded store that is counted in pieces', () => {
  it('has as many nodes and records as it has in one piece', async () => {
    using folder = temporaryFolder()
    await using store = await openStore(folder.path, {})
    const rows = Array.from({ length: 23 }, (_, at) =>
      facts(`${at}`, { nodes: [node(`shop:x/${at}`), node(`contact:phone/+86${at % 5}`)] }),
    )
    await load(store, rows)
    await load(store, rows.slice(4))
    using database = await openDatabase(`${folder.path}/store.sqlite`, { busyTimeoutMs: 1_000 })
    for (const atOnce of [1, 3, 100]) {
      expect(await storeSize(database, atOnce)).to.deep.equal({
        nodes: { Contact: 5, Shop: 19 },
        records: 19,
      })
    }
  })
})
