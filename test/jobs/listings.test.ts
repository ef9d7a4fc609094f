import { expect } from 'chai'

import { EpochMs } from '../../server/domain/units.ts'
import { readApplicants } from '../../server/jobs/applicants.ts'
import { readEvidence } from '../../server/jobs/evidence.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import type { Listing } from '../../server/linkage/catalogue/listing.ts'
import { eachListing } from '../../server/linkage/catalogue/listing-rows.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'
import { stores } from '../support/stores.ts'
import { temporaryFolder, writeDataset } from './small-dataset.ts'

const options = { at: EpochMs.parse(1_700_000_000_000), onProgress: () => undefined }

const header = 'platform,shop_id,listing_id,title,price,currency,brand,image,image_scheme,seen_on'
const rows = [
  'taobao.com,none,1,莲花 手袋,"1,234.50",CNY,Lotus,img1|img2,,2024-03-01',
  'taobao.com,a,1,Golden Lotus,cheap,CNY,n/a,00ff00ff00ff00ff,pHash64,2024-02-30',
  'taobao.com,a/2,1,N/A,,,,无,hash,',
]
const file = (...lines: readonly string[]) => ({ 'listing.csv': [header, ...lines, ''].join('\n') })

function listingsIn({ listings }: Evidence): Partial<Listing>[] {
  return [...(listings === undefined ? [] : eachListing(listings))].map(
    ({ record: _record, ...listing }) =>
      Object.fromEntries(Object.entries(listing).filter(([, value]) => value !== undefined)),
  )
}

const a = {
  shop: 'shop:taobao.com/a',
  title: 'Golden Lotus',
  images: ['00ff00ff00ff00ff'],
  imageScheme: 'phash64',
  currency: 'CNY',
}
const aSlash2 = { shop: 'shop:taobao.com/a%2F2', images: [], imageScheme: 'opaque' }
const b = {
  shop: 'shop:taobao.com/none',
  title: '莲花 手袋',
  images: ['img1', 'img2'],
  imageScheme: 'opaque',
  brand: 'Lotus',
  price: 1234.5,
  currency: 'CNY',
  seenOn: '2024-03-01',
}

for (const [name, open] of Object.entries(stores)) {
  describe(`listings in the ${name} store`, () => {
    it('are read as evidence by shop, without what was refused or says nothing', async () => {
      using temporary = temporaryFolder()
      await using store = await open()
      const path = writeDataset(temporary.path, 'some', { files: file(...rows) })
      await loadDatasets(store, [path], options)
      const told: number[] = []
      const evidence = await readEvidence(store, ({ stage, done }) => {
        expect(stage).to.equal('read')
        told.push(done)
      })
      expect(listingsIn(evidence)).to.deep.equal([a, aSlash2, b])
      expect(told.at(-1)).to.equal(evidence.nodes.length + evidence.edges.length + 3)
    })

    it('are the same whatever order the rows stood in', async () => {
      using temporary = temporaryFolder()
      const answers: string[] = []
      for (const [folder, lines] of Object.entries({ one: rows, other: rows.toReversed() })) {
        await using store = await open()
        const path = writeDataset(temporary.path, folder, { files: file(...lines) })
        await loadDatasets(store, [path], options)
        const { listings } = await readEvidence(store, options.onProgress)
        answers.push(JSON.stringify([...(listings === undefined ? [] : eachListing(listings))]))
      }
      expect(answers[1]).to.equal(answers[0])
    })

    it('stand beside those of a dataset that is only read, each once', async () => {
      using temporary = temporaryFolder()
      await using store = await open()
      const path = writeDataset(temporary.path, 'some', { files: file(...rows.slice(1)) })
      await loadDatasets(store, [path], options)
      const known = await readEvidence(store, options.onProgress)
      expect(listingsIn(known)).to.deep.equal([a, aSlash2])
      const more = writeDataset(temporary.path, 'more', { files: file(...rows.slice(0, 2)) })
      const { evidence } = await readApplicants(more, known)
      expect(listingsIn(evidence)).to.deep.equal([a, aSlash2, b])
    })
  })
}
