import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { expect } from 'chai'

import { FailureError } from '../../server/domain/failure.ts'
import type { Run } from '../../server/domain/run.ts'
import { describeFile } from '../../server/jobs/custody/acts.ts'
import { receiveFile } from '../../server/jobs/custody/receive.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { sealLead } from '../../server/jobs/seal-lead.ts'
import { openSigner } from '../../server/jobs/signing-key.ts'
import { unzip } from '../../server/leads/checks/unzip.ts'
import { bytesOf } from '../../server/leads/formats/zip.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { aPicture } from '../support/evidence-builders.ts'
import { all, at } from '../support/store-builders.ts'
import {
  rightStated,
  smallFiles,
  temporaryFolder,
  writeDataset,
  writeRightDataset,
} from './small-dataset.ts'

const buys = [
  'test_buy_id,platform,shop_id,ordered_on,result,verifier,waybill,evidence',
  'TB1,taobao.com,101,2024-07-01,genuine,Lab,SF1,E1',
  'TB2,taobao.com,201,2024-07-01,counterfeit,Lab,SF2,E2',
]

describe('files of evidence of a lead', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  let run: Run
  let ring: string
  before(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    const stated = (await add('stated', [])).file.sha256
    const path = writeDataset(temporary.path, 'small', {
      files: {
        ...smallFiles,
        'test_buy.csv': `${buys.join('\n')}\n`,
        'evidence.csv': `evidence_id,file,sha256\nE1,a.png,${stated}\nE2,b.png,${'0'.repeat(64)}\n`,
      },
    })
    const paths = [path, writeRightDataset(temporary.path)]
    await loadDatasets(store, paths, { at: at(1), onProgress: () => undefined })
    run = await detect(store, { at: at(2), onProgress: () => undefined })
    const [found] = await store.ringsOf(run.id, ['shop:taobao.com/101'])
    ring = found?.id ?? ''
  })
  after(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  async function add(text: string, about: readonly string[]) {
    const { item } = await receiveFile(store, Readable.from([aPicture(text)]), {
      ...{ name: `${text}.png`, by: 'An', now: at(3), keeping: {}, other: false },
      collection: { collectedBy: 'An' },
      about,
    })
    return item
  }

  async function sealing(ms: number) {
    const signer = await openSigner(join(temporary.path, 'keys'), at(1))
    return { run, ring, to: 'Customs', by: 'An', now: at(ms), signer, rights: [rightStated] }
  }

  async function sealedFiles() {
    const sealed = await sealLead(store, await sealing(4))
    const source = await store.leadPackage(sealed?.id ?? '')
    if (sealed === undefined || source === undefined) throw new Error('nothing was sealed')
    const bytes = await bytesOf(source.chunks())
    expect(await verifyPackage(bytes)).to.deep.include({ ok: true, problems: [] })
    const { files } = await unzip(bytes)
    const names = [...files.keys()].flatMap(
      (path) => /evidence\/[^/]+\/(.+\.png)$/.exec(path)?.[1] ?? [],
    )
    const limits = new TextDecoder().decode(files.get('data/limits.md'))
    return { sealed, names: names.toSorted(), limits }
  }

  it('are those about its shops, its test buys and their parcels, and nothing that is about others too', async () => {
    await add('shop', ['taobao.com/101'])
    await add('buy', ['test_buy:small/TB1'])
    await add('parcel', ['waybill:SF1', 'waybill:unknown', 'taobao.com/101'])
    await add('ring', [ring])
    await add('stranger', ['taobao.com/201'])
    await add('both', ['taobao.com/101', 'taobao.com/201'])
    await add('both parcels', ['waybill:SF1', 'waybill:SF2'])
    const { sealed, names, limits } = await sealedFiles()
    expect(names).to.deep.equal(['buy.png', 'parcel.png', 'ring.png', 'shop.png', 'stated.png'])
    expect(limits).to.match(/2 files of evidence are also about/)
    const events = await all(store.custody())
    const said = events.filter((event) => event.what === 'sealed' && event.lead === sealed.id)
    expect(said).to.have.length(5)
  })

  it('keep a lead from where they may not go, by their own word or that of their dataset', async () => {
    const { file } = await add('bound', ['taobao.com/101'])
    const doing = { file: file.sha256, by: 'An', now: at(5), about: [] }
    const sealTo = async (territory?: string) => {
      const sealed = sealLead(store, { ...(await sealing(5)), territory })
      return sealed.then(() => 'sealed', String)
    }
    await describeFile(store, { ...doing, keeping: { mayGoTo: ['CN', 'HK'] } })
    expect(await sealTo('US')).to.match(/“bound.png” may not go to US.* but to CN, HK only/)
    expect(await sealTo()).to.match(/“bound.png” may go to CN, HK only, and nobody said where/)
    expect(await sealTo('HK')).to.equal('sealed')
    const bound = writeDataset(temporary.path, 'bound', {
      files: { 'shop.csv': 'platform,shop_id,name\njd.com,9,Nine\n' },
      ...{ name: 'bound', mayGoTo: ['CN'] },
    })
    await loadDatasets(store, [bound], { at: at(5), onProgress: () => undefined })
    await describeFile(store, { ...doing, keeping: { dataset: 'bound' } })
    expect(await sealTo('HK')).to.match(/“bound.png” of the dataset “bound” may not go to HK/)
    expect(await sealTo('CN')).to.equal('sealed')
    const slip = describeFile(store, { ...doing, keeping: { dataset: 'buond' } })
    expect(await slip.catch(String)).to.match(
      /No dataset is called buond; there is bound, rights, small/,
    )
  })

  it('are hashed again: one that was changed on the disk is not sealed', async () => {
    const { file } = await add('spoilt', ['taobao.com/101'])
    const path = join(temporary.path, 'store/evidence', file.sha256.slice(0, 2), file.sha256)
    const before = (await store.leads()).length
    chmodSync(path, 0o600)
    writeFileSync(path, aPicture('other'))
    const failed = await sealLead(store, await sealing(5)).catch((error: unknown) => error)
    expect(failed).to.be.instanceOf(FailureError)
    expect(await store.leads()).to.have.length(before)
  })
})
