import { join } from 'node:path'

import { expect } from 'chai'

import { RefusalError } from '../../server/domain/failure.ts'
import type { EpochMs } from '../../server/domain/units.ts'
import { hasManyListings, listingsAside } from '../../server/jobs/aside/listings-aside.ts'
import { readEvidence, readHashedEvidence } from '../../server/jobs/evidence.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { openStore } from '../../server/store/open-store.ts'
import { temporaryFolder } from './small-dataset.ts'

const demo = join(import.meta.dirname, '../../datasets/demo/data')

describe('listings that another thread reads', () => {
  it('are those that one thread reads', async () => {
    using temporary = temporaryFolder()
    const address = join(temporary.path, 'store')
    await using store = await openStore(address, {})
    await loadDatasets(store, [demo], { at: 0 as EpochMs, onProgress: quiet })
    await using aside = listingsAside({ address, environment: {} })
    const told: number[] = []
    const tell = ({ done }: { readonly done: number }) => void told.push(done)
    const { evidence } = await readHashedEvidence(store, tell, aside.listings)
    const alone = await readEvidence(store, quiet)
    expect(evidence.listings?.prices.length).to.be.above(100)
    expect(evidence).to.deep.equal(alone)
    const things = evidence.nodes.length + evidence.edges.length
    expect(told.at(-1)).to.equal(things + (evidence.listings?.prices.length ?? 0))
    expect(await hasManyListings(store)).to.equal(false)
  })

  it('are an error of who waits for them where the store cannot be opened', async () => {
    await using aside = listingsAside({ address: 'ftp://somewhere', environment: {} })
    const error = await aside.listings.catch((own: unknown) => own)
    expect(error).to.be.instanceOf(RefusalError)
  })
})

function quiet(): void {}
