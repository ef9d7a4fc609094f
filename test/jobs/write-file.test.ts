import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { expect } from 'chai'

import { FailureError } from '../../server/domain/failure.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { fingerprint } from '../../server/ingest/fingerprint.ts'
import { checkFile } from '../../server/jobs/check-file.ts'
import type { OnProgress } from '../../server/jobs/progress.ts'
import { writeFile } from '../../server/jobs/write-file.ts'
import { openStore } from '../../server/store/open-store.ts'
import { maxBatch, type Store } from '../../server/store/port.ts'
import { temporaryFolder, writeDataset } from './small-dataset.ts'

describe('a file of more rows than a batch', () => {
  const rows = 2 * maxBatch + 1
  const csv = `platform,shop_id\n${Array.from({ length: rows }, (_, at) => `x,${at}\n`).join('')}`
  let temporary: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    temporary = temporaryFolder()
  })
  afterEach(() => temporary[Symbol.dispose]())

  async function writtenTo(
    putFacts: (write: () => Promise<void>, nth: number) => Promise<void>,
    onProgress: OnProgress = () => undefined,
  ) {
    const dataset = await openDataset(
      writeDataset(temporary.path, 'a', { files: { 'shop.csv': csv } }),
    )
    const [file] = dataset.files
    if (file === undefined) throw new Error('the dataset has a file')
    await using store = await openStore(join(temporary.path, 'store'), {})
    let batches = 0
    const slow: Store = {
      ...store,
      factBatch(source, loadedAt) {
        const batch = store.factBatch(source, loadedAt)
        return { ...batch, put: () => putFacts(() => batch.put(), ++batches) }
      },
    }
    const known = { ...(await fingerprint(dataset, file)), before: undefined, isUnfinished: false }
    const quiet = { at: EpochMs.parse(1), onProgress: () => undefined, memory: { rowsLeft: 0 } }
    const sized = await checkFile(dataset, file, known, quiet)
    const failure = await writeFile(slow, dataset, sized, { ...quiet, onProgress }).catch(
      (error) => error,
    )
    return { batches, failure, records: (await store.stats()).records }
  }

  it('is written a batch at a time, never two at once', async () => {
    let writing = 0
    let most = 0
    const { batches, records } = await writtenTo(async (write) => {
      most = Math.max(most, ++writing)
      await setTimeout(20)
      await write()
      writing -= 1
    })
    expect([batches, most, records]).to.deep.equal([3, 1, rows])
  })

  it('fails as a batch failed, and leaves nothing under way', async () => {
    let writing = 0
    const { batches, failure } = await writtenTo(async (_write, nth) => {
      writing += 1
      await setTimeout(20)
      writing -= 1
      if (nth === 2) throw new FailureError('the server is gone')
    })
    expect([batches, writing, failure.message]).to.deep.equal([2, 0, 'the server is gone'])
  })

  it('ends what is being written before it says that it was stopped', async () => {
    let writing = 0
    const { batches, failure } = await writtenTo(
      async (write) => {
        writing += 1
        await setTimeout(20)
        await write()
        writing -= 1
      },
      () => {
        throw new FailureError('it was stopped')
      },
    )
    expect([batches, writing, failure.message]).to.deep.equal([1, 0, 'it was stopped'])
  })
})
