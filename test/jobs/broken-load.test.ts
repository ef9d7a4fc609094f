import { join } from 'node:path'

import { expect } from 'chai'

import type { UnfinishedSource } from '../../server/domain/unfinished.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { withdrawDataset } from '../../server/jobs/withdraw.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { stores } from '../support/stores.ts'
import { smallFiles, temporaryFolder, writeDataset } from './small-dataset.ts'

let now = 0
const options = () => ({ at: EpochMs.parse(++now), onProgress: () => undefined })
const idsOf = (unfinished: readonly UnfinishedSource[]) => unfinished.map(({ id }) => id)

const corrected = {
  ...smallFiles,
  'shop.csv': smallFiles['shop.csv'].replace('Quiet Stranger', 'Loud Stranger'),
}
const write = (folder: string, files: Readonly<Record<string, string>>) =>
  writeDataset(folder, 'small', { files })

/** The load ends when it would make that file current, as if the process were killed there. */
async function breakOff(store: Store, path: string, file: string): Promise<void> {
  const broken: Store = {
    ...store,
    finishSource: async (source, ...rest) => {
      if (source.file === file) throw new Error('killed')
      await store.finishSource(source, ...rest)
    },
  }
  const failure = await loadDatasets(broken, [path], options()).catch((error: unknown) => error)
  expect(String(failure)).to.equal('Error: killed')
}

for (const [name, open] of Object.entries(stores)) {
  describe(`a load that was broken off in the ${name} store`, () => {
    it('is told of the file it was at and of those after it, and not of those before', async () => {
      using temporary = temporaryFolder()
      const more = {
        ...smallFiles,
        'life.csv': 'platform,shop_id,from\ntaobao.com,101,2024-01-10\n',
      }
      await using store = await open()
      await breakOff(store, write(temporary.path, more), 'event.csv')
      expect(idsOf(await store.unfinishedSources())).to.deep.equal([
        'small/event.csv',
        'small/life.csv',
      ])
      await loadDatasets(store, [join(temporary.path, 'small')], options())
      expect(await store.unfinishedSources()).to.deep.equal([])
    })

    it('is undone by loading the earlier version again, though its bytes were loaded before', async () => {
      using temporary = temporaryFolder()
      await using store = await open()
      const path = write(temporary.path, smallFiles)
      await loadDatasets(store, [path], options())
      const hash = await store.canonicalHash()
      await breakOff(store, write(temporary.path, corrected), 'shop.csv')
      expect(await store.canonicalHash()).not.to.equal(hash)
      write(temporary.path, smallFiles)
      const [report] = await loadDatasets(store, [path], options())
      expect(report?.unchanged).to.equal(1)
      expect(await store.canonicalHash()).to.equal(hash)
      expect(await store.unfinishedSources()).to.deep.equal([])
    })

    it('stays told where of the next version nothing is usable', async () => {
      using temporary = temporaryFolder()
      await using store = await open()
      const path = write(temporary.path, smallFiles)
      await loadDatasets(store, [path], options())
      const unusable = { ...smallFiles, 'shop.csv': 'platform,shop_id\n,1\n' }
      write(temporary.path, unusable)
      await loadDatasets(store, [path], options())
      expect(await store.unfinishedSources()).to.deep.equal([])
      await breakOff(store, write(temporary.path, corrected), 'shop.csv')
      await loadDatasets(store, [write(temporary.path, unusable)], options())
      expect(idsOf(await store.unfinishedSources())).to.deep.equal(['small/shop.csv'])
    })

    it('is taken back with its dataset, also where nothing of it was written yet', async () => {
      await using store = await open()
      await store.beginSources(['small/shop.csv'], EpochMs.parse(++now))
      await withdrawDataset(store, 'small', EpochMs.parse(++now))
      expect(await store.unfinishedSources()).to.deep.equal([])
    })
  })
}

describe('a run of a store that holds only a part of a file', () => {
  it('says so for ever, and the next one after the file was loaded does not', async () => {
    using temporary = temporaryFolder()
    await using store = await openStore(join(temporary.path, 'store'), {})
    const path = write(temporary.path, smallFiles)
    await loadDatasets(store, [path], options())
    await breakOff(store, write(temporary.path, corrected), 'shop.csv')
    const run = await detect(store, options())
    expect(idsOf(run.summary.unfinished ?? [])).to.deep.equal(['small/shop.csv'])
    await loadDatasets(store, [path], options())
    const next = await detect(store, options())
    expect(next.summary).not.to.have.property('unfinished')
    const told = (await store.runs()).map(({ summary }) => summary.unfinished?.length)
    expect(told).to.deep.equal([undefined, 1])
  })
})
