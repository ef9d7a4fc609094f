import { join } from 'node:path'

import { expect } from 'chai'

import type { SealedLead } from '../../../server/domain/lead.ts'
import { EpochMs } from '../../../server/domain/units.ts'
import { detect } from '../../../server/jobs/detect.ts'
import { loadDatasets } from '../../../server/jobs/load.ts'
import { sealLead } from '../../../server/jobs/seal-lead.ts'
import { openSigner } from '../../../server/jobs/signing-key.ts'
import { stampLeads } from '../../../server/jobs/time-stamp/stamp-lead.ts'
import { bytesOf } from '../../../server/leads/formats/zip.ts'
import { verifyPackage } from '../../../server/leads/verify.ts'
import type { FileSource } from '../../../server/store/files.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/port.ts'
import { anAuthority, type StampAuthority } from '../../support/stamp-authority.ts'
import { rejection, stampedAt, tokenFor } from '../../support/stamp-token.ts'
import {
  rightStated,
  temporaryFolder,
  writeRightDataset,
  writeSmallDataset,
} from '../small-dataset.ts'

const at = (ms: number) => EpochMs.parse(ms)

function piecesOf(file: FileSource | undefined): AsyncIterable<Uint8Array> {
  if (file === undefined) throw new Error('the file is not kept')
  return file.chunks()
}

describe('the time stamp of a sealed package', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  let authority: StampAuthority
  let seal: (asked: boolean) => Promise<SealedLead>
  /** Sealed without asking anybody. */
  let bare: SealedLead

  before(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    const paths = [writeSmallDataset(temporary.path), writeRightDataset(temporary.path)]
    await loadDatasets(store, paths, { at: at(1), onProgress: () => undefined })
    const run = await detect(store, { at: at(2), onProgress: () => undefined })
    const [ring] = await store.ringsOf(run.id, ['shop:taobao.com/101'])
    const signer = await openSigner(join(temporary.path, 'keys'), at(1))
    seal = async (asked) => {
      const sealed = await sealLead(store, {
        ...{ run, ring: ring?.id ?? '', to: 'Customs', by: 'An', now: at(4), signer },
        rights: [rightStated],
        ...(asked && { authority: { url: authority.url, patienceMs: 400 } }),
      })
      if (sealed === undefined) throw new Error('nothing was sealed')
      return sealed
    }
    bare = await seal(false)
  })
  beforeEach(async () => {
    authority = await anAuthority()
  })
  afterEach(() => authority[Symbol.asyncDispose]())
  after(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  const bytesIn = async ({ id }: SealedLead) => bytesOf(piecesOf(await store.leadPackage(id)))

  it('is asked for only where an authority is named, and sees nothing but a hash', async () => {
    expect(bare).to.not.have.any.keys('stamp', 'unstamped')
    expect(authority.asked).to.have.length(0)
    await seal(true)
    expect(authority.asked).to.have.length(1)
    expect(authority.asked[0]?.type).to.equal('application/timestamp-query')
    expect(authority.asked[0]?.body.length).to.be.below(80)
  })

  it('stands beside the package, which stays what it is to the byte', async () => {
    const lead = await seal(true)
    expect(lead.stamp).to.include({ at: stampedAt, authority: 'Clock of the Test' })
    expect((await store.leads()).find(({ id }) => id === lead.id)).to.deep.equal(lead)
    const token = lead.stamp && (await store.file('leads', lead.stamp.sha256))
    const [bytes, reply] = [await bytesIn(lead), await bytesOf(piecesOf(token))]
    const checked = await verifyPackage(bytes, undefined, reply)
    expect(checked).to.have.nested.property('stamp.at', stampedAt)
    expect((await verifyPackage(await bytesIn(bare), undefined, reply)).ok).to.equal(false)
  })

  const failures: Record<string, [Parameters<StampAuthority['answers']>[0], string, string]> = {
    refuses: [
      (_, response) => response.end(rejection(14, 'clock')),
      'rejected',
      'timeNotAvailable',
    ],
    'answers something else': [(_, response) => response.end('<html>'), 'unreadable', 'DER'],
    'answers with an error': [
      (_, response) => response.writeHead(503).end(),
      'answered',
      'HTTP 503',
    ],
    'sends elsewhere': [
      (_, response) => response.writeHead(302, { location: 'http://other.test/' }).end(),
      'answered',
      'HTTP 302, which sends to http://other.test/',
    ],
    'answers without an end': [
      (_, response) => {
        const more = () => {
          if (!response.destroyed) response.write(Buffer.alloc(65_536), () => setImmediate(more))
        }
        more()
      },
      'large',
      '131072 bytes',
    ],
    'never answers': [() => undefined, 'late', 'within 0.4 s'],
    'begins an answer and stops': [
      (_, response) => void response.write('0'),
      'late',
      'within 0.4 s',
    ],
    'answers another request': [
      (body, response) =>
        response.end(tokenFor(body, authority.signer, { nonce: Uint8Array.of(5) })),
      'unsound',
      'nonce',
    ],
    'stamps other bytes': [
      (body, response) =>
        response.end(tokenFor(body, authority.signer, { imprint: new Uint8Array(32) })),
      'unsound',
      'other bytes',
    ],
  }
  it('never costs the sealing: the package is whole, and says why it has none', async () => {
    authority.answers(() => undefined)
    const lead = await seal(true)
    expect(lead.unstamped).to.include({ url: authority.url, reason: 'late' })
    expect((await verifyPackage(await bytesIn(lead))).ok).to.equal(true)
  })

  for (const [what, [way, reason, detail]] of Object.entries(failures))
    it(`is missing and told where the authority ${what}, and can be had later`, async () => {
      authority.answers(way)
      const asked = { url: authority.url, patienceMs: 400 }
      const [lead = bare] = await stampLeads(store, [bare], asked)
      expect(lead.unstamped).to.include({ url: authority.url, reason })
      expect(lead.unstamped?.detail).to.include(detail)
      expect((await store.leads()).find(({ id }) => id === lead.id)).to.deep.equal(lead)
      await using honest = await anAuthority()
      const [later] = await stampLeads(store, [lead], honest)
      expect(later).to.have.nested.property('stamp.at', stampedAt)
      expect(later).to.not.have.property('unstamped')
      expect(later?.sha256).to.equal(lead.sha256)
    })

  it('asks an authority that is silent once for all packages, and again for none that has one', async () => {
    const leads = [bare, { ...bare, id: bare.id }, await seal(true)]
    authority.asked.length = 0
    authority.answers(() => undefined)
    const told = await stampLeads(store, leads, { url: authority.url, patienceMs: 100 })
    expect(told.map(({ unstamped }) => unstamped?.reason)).to.deep.equal([
      'late',
      'late',
      undefined,
    ])
    expect(authority.asked).to.have.length(1)
  })

  it('is not asked for of a package that is not what was sealed', async () => {
    const [other] = (await store.leads()).filter(({ id }) => id !== bare.id)
    const forged = { ...bare, sha256: other?.sha256 ?? bare.sha256 }
    const asking = stampLeads(store, [forged], authority)
    const message = await asking.then(
      () => '',
      (error: Error) => error.message,
    )
    expect(message).to.include('gets no time stamp')
    expect(authority.asked).to.have.length(0)
  })
})
