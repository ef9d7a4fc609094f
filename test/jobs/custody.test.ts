import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { expect } from 'chai'

import { RefusalError } from '../../server/domain/failure.ts'
import type { Sha256 } from '../../server/domain/units.ts'
import {
  describeFile,
  destroyFile,
  holdFile,
  moveFile,
  releaseFile,
} from '../../server/jobs/custody/acts.ts'
import { checkCustody } from '../../server/jobs/custody/check-custody.ts'
import { keptItems } from '../../server/jobs/custody/due.ts'
import { type Receipt, receiveFile } from '../../server/jobs/custody/receive.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { aPicture } from '../support/evidence-builders.ts'
import { all, at, day } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'
import { evidenceKills } from '../torture/evidence-kills.ts'
import { temporaryFolder } from './small-dataset.ts'

const on = (date: string) => at(Date.parse(`${date}T12:00:00Z`))

const receipt = (traits: Partial<Receipt> = {}): Receipt => ({
  name: 'shot.png',
  by: 'An',
  now: on('2026-03-14'),
  collection: { collectedBy: 'An' },
  keeping: { transactionEnd: day('2026-01-10') },
  about: ['taobao.com/1'],
  other: false,
  ...traits,
})

const receive = (store: Store, bytes: Uint8Array, traits: Partial<Receipt> = {}) =>
  receiveFile(store, Readable.from([bytes]), receipt(traits))

const check = (store: Store) =>
  checkCustody(store, { by: 'An', now: at(9), onFile: () => undefined })

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason)
  expect(error).to.be.instanceOf(RefusalError)
  return (error as RefusalError).message
}

for (const [name, open] of Object.entries(stores)) {
  describe(`evidence in the ${name} store`, () => {
    it('is taken in as it is, with a shop by its key, and once however often it is handed in', async () => {
      await using store = await open()
      const first = await receive(store, aPicture('a'))
      const again = await receive(store, aPicture('a'))
      expect([first.added, again.added]).to.deep.equal([true, false])
      expect(again.item).to.deep.equal(first.item)
      expect(first.item.about).to.deep.equal(['shop:taobao.com/1'])
      expect((await all(store.custody())).map(({ what }) => what)).to.deep.equal(['received'])
      const more = await receive(store, aPicture('a'), { about: ['waybill:SF1'], by: 'Bo' })
      expect(more.item.about).to.deep.equal(['shop:taobao.com/1', 'waybill:SF1'])
      expect(more.item.receipts.map(({ by }) => by)).to.deep.equal(['An', 'Bo'])
    })

    it('is refused when it is empty, of no known format, or made from what is not there', async () => {
      await using store = await open()
      const page = Buffer.from('<html><script>1</script>')
      expect(await refusal(receive(store, Buffer.alloc(0)))).to.include('is empty')
      expect(await refusal(receive(store, page))).to.include('--other')
      const derivedFrom = 'f'.repeat(64) as Sha256
      expect(await refusal(receive(store, aPicture('a'), { derivedFrom }))).to.include(
        'not in evidence',
      )
      expect(await all(store.scanFiles('evidence'))).to.deep.equal([])
      expect((await receive(store, page, { other: true })).item.file.format).to.equal('other')
    })

    it('is destroyed on no day before the one after its last, and by nobody while it is held', async () => {
      await using store = await open()
      const { item } = await receive(store, aPicture('a'))
      const file = item.file.sha256.slice(0, 12)
      const destroy = (date: string) =>
        destroyFile(store, { file, by: 'An', now: on(date), why: 'its time is over' })
      expect(await refusal(destroy('2029-01-10'))).to.include('until the end of 2029-01-10')
      await holdFile(store, { file, by: 'An', now: on('2028-01-01'), why: 'appeal' })
      expect(await refusal(destroy('2029-01-11'))).to.include('somebody holds it')
      await releaseFile(store, { file, by: 'Bo', now: on('2029-02-01'), why: 'over' })
      const gone = await destroy('2029-02-02')
      expect(gone.destroyedAt).to.equal(on('2029-02-02'))
      expect(await store.file('evidence', item.file.sha256)).to.equal(undefined)
      expect((await destroy('2029-02-03')).destroyedAt).to.equal(on('2029-02-02'))
      expect((await all(store.custody())).map(({ what }) => what)).to.deep.equal([
        'received',
        'held',
        'released',
        'destroyed',
      ])
      expect((await check(store)).problems).to.deep.equal([])
    })

    it('waits for a person when nobody gave its transaction an end', async () => {
      await using store = await open()
      await receive(store, aPicture('a'), { keeping: {} })
      const [kept] = await keptItems(store, on('2099-01-01'))
      expect(kept?.retention).to.deep.equal({ state: 'undated' })
    })

    it('goes no further when it is handed in again, and where a person says so who describes it', async () => {
      await using store = await open()
      const bound = (mayGoTo: string[], by: string) =>
        receive(store, aPicture('a'), { keeping: { mayGoTo }, by })
      await bound(['CN', 'HK'], 'An')
      expect((await bound(['HK', 'US'], 'Bo')).item.mayGoTo).to.deep.equal(['HK'])
      const again = await receive(store, aPicture('a'), { keeping: {}, by: 'Cy' })
      expect(again.item.mayGoTo).to.deep.equal(['HK'])
      expect((await bound(['HK', 'US'], 'Bo')).added).to.equal(false)
      const doing = { file: again.item.file.sha256, by: 'Di', now: at(5), about: [] }
      const widened = await describeFile(store, { ...doing, keeping: { mayGoTo: ['CN'] } })
      expect(widened.mayGoTo).to.deep.equal(['CN'])
      expect(await refusal(bound(['china'], 'An'))).to.include('mayGoTo')
    })

    it('keeps every word when many act at once', async () => {
      await using store = await open()
      const { item } = await receive(store, aPicture('a'))
      const file = item.file.sha256
      await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map((to) => moveFile(store, { file, by: 'An', now: at(1), to })),
      )
      expect(await all(store.custody())).to.have.length(6)
      expect((await check(store)).ok).to.equal(true)
    })
  })
}

describe('checking evidence', () => {
  it('finds a file that was changed or is gone, and one that nobody speaks of', async () => {
    using temporary = temporaryFolder()
    await using store = await openStore(temporary.path, {})
    const [a, b] = [await receive(store, aPicture('a')), await receive(store, aPicture('b'))]
    const pathOf = (sha256: string) => join(temporary.path, 'evidence', sha256.slice(0, 2), sha256)
    const changed = pathOf(a.item.file.sha256)
    const bytes = readFileSync(changed)
    chmodSync(changed, 0o600)
    writeFileSync(changed, bytes.fill(1, bytes.length - 1))
    rmSync(pathOf(b.item.file.sha256))
    const { sha256 } = await store.keepFile('evidence', Readable.from([aPicture('c')]), {
      most: 99,
    })
    const { ok, problems, unrecorded } = await check(store)
    expect(ok).to.equal(false)
    expect(problems).to.deep.equal([
      `${a.item.file.sha256} (shot.png) was changed: its bytes have another hash.`,
      `${b.item.file.sha256} (shot.png) is missing.`,
    ])
    expect(unrecorded).to.deep.equal([sha256])
  })

  it('finds an event that was changed in the database itself', async () => {
    using temporary = temporaryFolder()
    await using store = await openStore(temporary.path, {})
    await receive(store, aPicture('a'))
    await receive(store, aPicture('b'))
    using database = await openDatabase(join(temporary.path, 'store.sqlite'), {
      busyTimeoutMs: 1_000,
    })
    database.script(
      `UPDATE custody SET body = replace(body, '"by":"An"', '"by":"Bo"') WHERE seq = 1`,
    )
    expect((await check(store)).problems).to.deep.equal([
      'Event 1 was changed: its hash is not that of its contents.',
    ])
  })

  it('loses nothing and shows nothing half when a process is killed', async () => {
    const figures = new Map(
      (await evidenceKills({ adding: 1, sealing: 2, seed: 1 })).map(({ name, value }) => [
        name,
        value,
      ]),
    )
    expect(figures.get('evidence: acknowledged and lost')).to.equal(0)
    expect(figures.get('evidence: half files visible')).to.equal(0)
    expect(figures.get('evidence: half packages visible')).to.equal(0)
    expect(figures.get('evidence: leads without their custody')).to.equal(0)
    expect(figures.get('evidence: chains of custody that verify')).to.equal(4)
  }).timeout(120_000)
})
