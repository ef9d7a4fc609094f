import { join } from 'node:path'
import { Readable } from 'node:stream'

import { expect } from 'chai'

import { RefusalError } from '../../server/domain/failure.ts'
import { holdFile, releaseFile } from '../../server/jobs/custody/acts.ts'
import { receiveFile } from '../../server/jobs/custody/receive.ts'
import { detect } from '../../server/jobs/detect.ts'
import { forget, unwantedNamed } from '../../server/jobs/forget.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { aPicture } from '../support/evidence-builders.ts'
import { at } from '../support/store-builders.ts'
import { smallFiles, temporaryFolder, writeDataset } from './small-dataset.ts'

const stranger = 'jd.com/301'

describe('forgetting', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  before(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    const path = writeDataset(temporary.path, 'small', { files: smallFiles })
    await loadDatasets(store, [path], { at: at(1), onProgress: () => undefined })
  })
  after(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  const forgetNamed = (name: string) =>
    forget(store, {
      unwanted: unwantedNamed({ name }),
      ...{ reason: 'erasure_request', because: 'asked for', by: 'An', id: `f-${name}`, at: at(9) },
    })
  const refusalOf = async (work: Promise<unknown>) => {
    const error = await work.catch((cause: unknown) => cause)
    expect(error).to.be.instanceOf(RefusalError)
    return (error as RefusalError).refusal?.code
  }

  it('is refused while evidence about it is under hold', async () => {
    const { file } = (await receive(store, `shop:${stranger}`)).item
    await holdFile(store, { file: file.sha256, by: 'Bo', now: at(4), why: 'a trial' })
    expect(await refusalOf(forgetNamed(stranger))).to.equal('forget-held')
    expect(await refusalOf(forgetNamed('nobody'))).to.equal('forget-nothing')
    await releaseFile(store, { file: file.sha256, by: 'Bo', now: at(5), why: 'it is over' })
  })

  it('is refused where a sealed lead may stand on it, and not beside', async () => {
    const run = await detect(store, { at: at(6), onProgress: () => undefined })
    const [ring] = await store.ringsOf(run.id, ['shop:taobao.com/101'])
    const bytes = Readable.from([Buffer.from('a package')])
    const { sha256 } = await store.keepFile('leads', bytes, { most: 100 })
    await store.putLead({
      ...{ id: 'L-1970-000001-v1', ring: ring?.id ?? '', run: run.id, recipient: 'customs' },
      ...{ sealedAt: at(7), sealedBy: 'An', sha256, size: 9 },
    })
    expect(await refusalOf(forgetNamed('taobao.com/101'))).to.equal('forget-sealed')
    const registrants = { type: 'REGISTERED_TO', direction: 'out', limit: 1 } as const
    const { items } = await store.neighbours(`shop:${stranger}`, registrants)
    const person = items[0]?.node.key ?? ''
    expect(await store.node(person)).to.not.equal(undefined)
    const { body } = await forgetNamed(person)
    expect(body).to.include({ what: 'node', versions: 1, by: 'An', reason: 'erasure_request' })
    expect(await store.node(person)).to.equal(undefined)
  })

  it('keeps that it was, and nothing of what', async () => {
    const traces = await store.papers('forgetting')
    expect(traces).to.have.length(1)
    const { id: _id, ...trace } = traces[0] ?? { id: '' }
    expect(JSON.stringify(trace)).to.not.match(/Zhao|301|quiet/)
  })
})

function receive(store: Store, about: string) {
  return receiveFile(store, Readable.from([aPicture('a')]), {
    ...{ name: 'a.png', by: 'Bo', now: at(3), keeping: {}, other: false },
    collection: { collectedBy: 'Bo' },
    about: [about],
  })
}
