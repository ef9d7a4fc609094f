import { join } from 'node:path'

import { expect } from 'chai'

import { RefusalError } from '../../server/domain/failure.ts'
import type { Run } from '../../server/domain/run.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { previewScope } from '../../server/jobs/preview-scope.ts'
import { sealLead } from '../../server/jobs/seal-lead.ts'
import { openSigner } from '../../server/jobs/signing-key.ts'
import { unzip } from '../../server/leads/checks/unzip.ts'
import { LeadDocument } from '../../server/leads/document.ts'
import type { Files } from '../../server/leads/formats/bag.ts'
import { bytesOf } from '../../server/leads/formats/zip.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { at } from '../support/store-builders.ts'
import {
  rightStated,
  smallFiles,
  temporaryFolder,
  writeDataset,
  writeRightDataset,
} from './small-dataset.ts'

const header = smallFiles['shop.csv'].split('\n')[0]
/** A and C agree in nothing; each shares a telephone, an account and an address with B. */
const chain = [
  'taobao.com,a,Alpha Lotus,2024-01-10,2024-03-01,counterfeit,+8613800000001,alpha@example.com,6222021234567890123,bank,Li Wei,person,F1,Putian Shoes',
  'taobao.com,b,Beta Lotus,2024-03-08,2024-06-10,counterfeit,+8613800000001,beta@example.com,6222021234567890123,bank,Wang Fang,person,F2,Meizhou Shoes',
  'taobao.com,c,Gamma Heron,2024-06-15,,,+8613800000003,beta@example.com,6222021234567890777,bank,Wang Fang,person,F3,Dongguan Shoes',
  'taobao.com,d,Delta Heron,2024-07-01,,,+8613800000003,delta@example.com,6222021234567890777,bank,Zhang Min,person,F3,Dongguan Shoes',
]
const shop = (id: string) => `shop:taobao.com/${id}`

describe('a lead about some shops of a ring', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  let run: Run
  let ring: string
  before(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    const files = { 'shop.csv': `${[header, ...chain].join('\n')}\n` }
    const paths = [
      writeDataset(temporary.path, 'chain', { name: 'chain', files }),
      writeRightDataset(temporary.path),
    ]
    await loadDatasets(store, paths, { at: at(1), onProgress: () => undefined })
    run = await detect(store, { at: at(2), onProgress: () => undefined })
    const [found] = await store.ringsOf(run.id, [shop('a')])
    ring = found?.id ?? ''
    expect(found?.members).to.have.length(4)
  })
  after(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  const sealed = async (shops?: readonly string[]) => {
    const signer = await openSigner(join(temporary.path, 'keys'), at(1))
    const lead = await sealLead(store, {
      ...{ run, ring, to: 'Customs', by: 'An', now: at(4), signer, rights: [rightStated] },
      shops,
    })
    const source = await store.leadPackage(lead?.id ?? '')
    if (lead === undefined || source === undefined) throw new Error('nothing was sealed')
    const bytes = await bytesOf(source.chunks())
    expect((await verifyPackage(bytes)).problems).to.deep.equal([])
    const { files } = await unzip(bytes)
    return { lead, files, document: documentIn(files) }
  }

  it('holds nothing by which a shop that was left out could be told', async () => {
    const { files, lead } = await sealed([shop('a'), shop('b')])
    expect(lead.ring).to.equal(ring)
    const left = ['Gamma Heron', 'Delta Heron', 'taobao.com/c', 'taobao.com/d', '13800000003']
    const more = ['6222021234567890777', 'delta@example.com', 'Zhang Min', 'Dongguan']
    const found = textsIn(files).flatMap(([path, text]) =>
      [...left, ...more].filter((own) => text.includes(own)).map((own) => `${own} in ${path}`),
    )
    expect(found).to.deep.equal([])
  })

  it('is not called after a shop that was left out', async () => {
    const { files, document } = await sealed([shop('c'), shop('d')])
    expect(document.ring).to.include({ id: 'ring:taobao.com/c', name: 'Gamma Heron', size: 2 })
    const found = textsIn(files).filter(([, text]) =>
      /Alpha|Beta Lotus|taobao\.com\/[ab]\b/.test(text),
    )
    expect(found.map(([path]) => path)).to.deep.equal([])
  })

  it('says how many it leaves out, and what belongs together only through those', async () => {
    const { document } = await sealed([shop('a'), shop('c'), shop('d')])
    expect(document.scope).to.deep.include({
      ...{ size: 4, leftOut: 1 },
      lost: [{ shop: shop('c'), to: shop('a'), through: 1 }],
    })
    expect(document.allSteps).to.equal(null)
    expect(document.limits[0]).to.include("3 of the ring's 4 shops")
    expect(document.limits[1]).to.match(
      /^Gamma Heron .* belongs to one ring with Alpha Lotus .* only by way of 1 shop /,
    )
    const rings = document.claims.filter(({ kind }) => kind === 'ring')
    expect(rings.map(({ shops }) => shops)).to.deep.equal([[shop('c'), shop('d')]])
    expect(rings[0]?.text).to.match(/^Gamma Heron.* and Delta Heron.* belong together\. One step/)
  })

  it('tells of factories that a chosen shop leads to, and counts the others', async () => {
    const { document } = await sealed([shop('a'), shop('b')])
    const named = document.attributions.map(({ name }) => name)
    expect(named).to.include.members(['Putian Shoes', 'Meizhou Shoes'])
    expect(named).to.not.include('Dongguan Shoes')
    expect(document.scope?.targets).to.equal(1)
  })

  it('is the lead about the ring, to the byte, when all of its shops were chosen', async () => {
    const [whole, all] = [await sealed(), await sealed(['d', 'b', 'a', 'c'].map(shop))]
    const without = ({ document: { id: _id, ...rest } }: typeof whole) => rest
    expect(without(all)).to.deep.equal(without(whole))
    expect(all.document).to.not.have.property('scope')
  })

  it('is seen before it is drafted, and takes no shop of elsewhere', async () => {
    const preview = await previewScope(store, run, ring, [shop('d'), shop('a')])
    expect(preview).to.deep.include({
      chosen: [shop('a'), shop('d')],
      leftOut: [shop('b'), shop('c')],
      lost: [{ shop: shop('d'), to: shop('a'), through: 2 }],
    })
    const strange = await previewScope(store, run, ring, [shop('z')]).catch((e: unknown) => e)
    expect(strange).to.be.instanceOf(RefusalError)
    expect((strange as Error).message).to.include(`${shop('z')} is no shop of ${ring}`)
    const none = await previewScope(store, run, ring, []).catch((e: unknown) => e)
    expect((none as Error).message).to.include('at least one of its shops')
  })
})

function documentIn(files: Files): LeadDocument {
  return LeadDocument.parse(JSON.parse(new TextDecoder().decode(files.get('data/lead.json'))))
}

function textsIn(files: Files): [string, string][] {
  return [...files]
    .filter(([path]) => !path.endsWith('.pdf') && !path.endsWith('.mjs'))
    .map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])
}
