import { join } from 'node:path'

import { expect } from 'chai'

import type { EpochMs, IsoDate } from '../../server/domain/units.ts'
import { longReads, readOf } from '../../server/jobs/aside/long-reads.ts'
import { askHere, type LongWork, workOf } from '../../server/jobs/aside/long-works.ts'
import { storeAside } from '../../server/jobs/aside/store-aside.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { searchTerms } from '../../server/store/name-grams.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { NeighbourCount, SearchOptions, Store } from '../../server/store/port.ts'
import { temporaryFolder } from './small-dataset.ts'

describe('a store that is read beside the server', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let address: string
  let own: Store
  beforeEach(async () => {
    temporary = temporaryFolder()
    address = join(temporary.path, 'store')
    own = await openStore(address, {})
  })
  afterEach(async () => {
    await own[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })
  const beside = (store = own, options = always) =>
    storeAside(store, { address, environment: {} }, { ...options, log: loud })
  const fill = () => loadDatasets(own, [demo], { at, onProgress: quiet })

  it('answers what it answers in the thread that asks', async () => {
    await fill()
    await using aside = beside()
    const { items } = await own.search('a', { limit: 40 })
    const keys = items.map(({ key }) => key)
    const [key = ''] = keys
    const [first] = (await own.neighbourCounts(key)) as [NeighbourCount]
    const around = [key, ...(await own.neighbourKeys(key, { ...first, limit: 5 })).items]
    const [node] = await own.nodes([key])
    const asked: Readonly<Record<(typeof longReads)[number], readonly unknown[]>> = {
      search: ['a', { limit: 5, kinds: ['Shop'] }],
      keysFound: searchTerms('weigou'),
      keysEver: ['', 50],
      saidOf: [[key], undefined],
      expand: [key, { most: 100 }],
      neighbours: [key, { ...first, limit: 2 }],
      neighbourKeys: [key, { ...first, limit: 2 }],
      neighbourCounts: [key],
      relationCounts: [keys],
      holderCounts: [keys, 3],
      nodes: [keys],
      bareNodes: [keys],
      namesOf: [keys],
      edgesAmong: [around],
      bareEdgesAmong: [around],
      records: [node?.records ?? []],
      recordsAbout: [key, { kinds: ['shop'], limit: 3 }],
      stats: [],
      size: [],
    }
    await aside.store.size()
    for (const read of longReads) {
      const answer = await readOf(aside.store, read)(...asked[read])
      expect(answer, read).to.not.be.empty
      expect(answer, read).to.deep.equal(await readOf(own, read)(...asked[read]))
    }
  })

  it('has long works done there with the same answers', async () => {
    await fill()
    const before = await detect(own, { at, onProgress: quiet })
    const run = await detect(own, { at, asOf: '2024-06-30' as IsoDate, onProgress: quiet })
    await using aside = beside()
    const [from, to] = await own.bareNodes(['shop:jushi/88213', 'shop:weigou/12903'])
    const question = {
      from,
      to,
      run: run.id,
      maxHops: 4,
      links: true,
      together: false,
      forward: false,
      limit: 3,
    }
    const asked: Readonly<Record<LongWork, readonly unknown[]>> = {
      searchAt: [{ asOf: '2024-01-01' }, 'weigou', { limit: 3 }],
      pathsAt: [{}, question],
      months: [],
      changes: [before, run],
      enablers: [],
      nextPair: [run, {}],
    }
    for (const [name, values] of Object.entries(asked) as [LongWork, unknown[]][]) {
      const ask = aside.ask as (name: LongWork, ...values: unknown[]) => Promise<unknown>
      expect(await ask(name, ...values), name).to.deep.equal(await workOf(name)(own, ...values))
    }
  })

  it('leaves the thread that asks free, once a read took long', async () => {
    await fill()
    const here: string[] = []
    const search = (text: string, options: SearchOptions) => {
      here.push(text)
      return own.search(text, options)
    }
    await using aside = beside({ ...own, search })
    await aside.store.search('first', { limit: 1 })
    await aside.store.search('second', { limit: 1 })
    expect(here).to.deep.equal(['first'])
  })

  it('is read where it is asked while it is small and quick', async () => {
    await fill()
    const broken = { address: 'ftp://nowhere', environment: {} }
    await using aside = storeAside(own, broken, { mostMs: 60_000, log: loud })
    expect(await aside.ask('months')).to.deep.equal(await askHere(own)('months'))
    expect((await aside.store.search('weigou', { limit: 1 })).total).to.be.above(1)
  })

  it('shows what was written before it was asked', async () => {
    await using aside = beside()
    const found = async () => (await aside.store.search('weigou', { limit: 1 })).total
    expect([await found(), await found()]).to.deep.equal([0, 0])
    await fill()
    expect(await found()).to.be.above(1)
  })

  it('rejects with the error of the read', async () => {
    await using aside = beside()
    await aside.store.size()
    const query = { type: 'HOLDS', direction: 'out', limit: 1, cursor: 'none' } as const
    const expected = await own.neighbours('shop:a/1', query).catch((error: Error) => error)
    const found = await aside.store.neighbours('shop:a/1', query).catch((error: Error) => error)
    expect(found)
      .to.be.instanceOf(Error)
      .and.include({ message: (expected as Error).message })
  })

  it('goes on where no thread can begin, and says so', async () => {
    const told: unknown[] = []
    const log = (error: unknown) => told.push(error)
    const broken = { address: 'ftp://nowhere', environment: {} }
    await using aside = storeAside(own, broken, { ...always, log })
    await aside.store.size()
    expect(await aside.store.search('a', { limit: 1 })).to.deep.equal({ items: [], total: 0 })
    expect(told).to.have.lengthOf(1)
  })
})

const demo = join(import.meta.dirname, '../../datasets/demo/data')
const at = 0 as EpochMs
/** Any read takes longer, and any store is larger. */
const always = { mostMs: -1, leastRows: 0 }

function quiet(): void {}

function loud(error: unknown): never {
  throw error
}
