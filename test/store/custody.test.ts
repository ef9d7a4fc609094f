import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

import { expect } from 'chai'

import { chainProblems } from '../../server/domain/evidence/custody-chain.ts'
import { RefusalError } from '../../server/domain/failure.ts'
import type { Sha256 } from '../../server/domain/units.ts'
import { aPicture, aReceipt } from '../support/evidence-builders.ts'
import { all, at, sha } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const verified = { what: 'verified', at: at(2), by: 'An', files: 0, problems: 0 } as const

for (const [name, open] of Object.entries(stores)) {
  describe(`files of the ${name} store`, () => {
    it('come back byte for byte by their hash, and are listed by it', async () => {
      await using store = await open()
      const parts = [aPicture('a'), new Uint8Array(2_000_000).fill(9), Uint8Array.of(1, 2, 3)]
      const bytes = Buffer.concat(parts)
      const kept = await store.keepFile('evidence', Readable.from(parts), { most: bytes.length })
      expect(kept.size).to.equal(bytes.length)
      for (const algorithm of ['sha256', 'sha512'] as const) {
        expect(kept[algorithm]).to.equal(createHash(algorithm).update(bytes).digest('hex'))
      }
      const file = await store.file('evidence', kept.sha256)
      for (let reading = 0; reading < 2; reading += 1) {
        expect(Buffer.concat(await all(file?.chunks() ?? none())).equals(bytes)).to.equal(true)
      }
      expect(file?.size).to.equal(bytes.length)
      expect(await all(store.scanFiles('evidence'))).to.deep.equal([kept.sha256])
      expect(await all(store.scanFiles('leads'))).to.deep.equal([])
      expect(await store.file('leads', kept.sha256)).to.equal(undefined)
    })

    it('are one when the same bytes come twice, and gone when they are removed', async () => {
      await using store = await open()
      const keep = () => store.keepFile('evidence', Readable.from([aPicture('a')]), { most: 99 })
      const { sha256 } = await keep()
      expect((await keep()).sha256).to.equal(sha256)
      expect(await all(store.scanFiles('evidence'))).to.deep.equal([sha256])
      await store.removeFile('evidence', sha256)
      await store.removeFile('evidence', sha256)
      expect(await store.file('evidence', sha256)).to.equal(undefined)
    })

    it('are not there when they are too long, or when whoever sends them stops', async () => {
      await using store = await open()
      async function* broken() {
        yield aPicture('a')
        throw new Error('cut off')
      }
      const [long, cut] = await Promise.allSettled([
        store.keepFile('evidence', Readable.from([aPicture('a')]), { most: 3 }),
        store.keepFile('evidence', broken(), { most: 99 }),
      ])
      expect(long.status === 'rejected' && long.reason).to.be.instanceOf(RefusalError)
      expect(cut.status === 'rejected' && cut.reason.message).to.equal('cut off')
      expect(await all(store.scanFiles('evidence'))).to.deep.equal([])
    })

    it('are found by hashes alone', async () => {
      await using store = await open()
      const refused = await store
        .file('evidence', '../../store.sqlite' as Sha256)
        .catch((error: unknown) => error)
      expect(refused).to.be.instanceOf(Error)
    })
  })

  describe(`custody in the ${name} store`, () => {
    it('is one chain, in which every event follows the one before', async () => {
      await using store = await open()
      expect(await store.custodyHead()).to.deep.equal({ seq: 0, hash: '0'.repeat(64) })
      const receipt = await aReceipt(store, aPicture('a'))
      const written = await store.appendCustody([receipt, verified])
      const more = await store.appendCustody([verified])
      expect(written?.map(({ seq }) => seq)).to.deep.equal([1, 2])
      expect(more?.[0]).to.include({ seq: 3, previous: written?.[1]?.hash })
      expect(await all(store.custody())).to.deep.equal([...(written ?? []), ...(more ?? [])])
      expect(await all(store.custody({ after: 2 }))).to.deep.equal(more)
      expect(await store.custodyHead()).to.deep.equal({ seq: 3, hash: more?.[0]?.hash })
      expect(await chainProblems(store.custody())).to.deep.equal([])
    })

    it('takes nothing that was decided on an older state', async () => {
      await using store = await open()
      await store.appendCustody([verified])
      expect(await store.appendCustody([verified], { after: 0 })).to.equal(undefined)
      expect(await store.appendCustody([verified], { after: 1 })).to.have.length(1)
      expect((await store.custodyHead()).seq).to.equal(2)
    })

    it('stays one chain when many write at once', async () => {
      await using store = await open()
      await Promise.all(Array.from({ length: 20 }, () => store.appendCustody([verified, verified])))
      expect((await store.custodyHead()).seq).to.equal(40)
      expect(await chainProblems(store.custody())).to.deep.equal([])
    })

    it('says that a file was sealed when, and only when, the lead is there', async () => {
      await using store = await open()
      const receipt = await aReceipt(store, aPicture('a'))
      await store.appendCustody([receipt])
      const lead = {
        id: 'L-2026-000001-v1',
        ring: 'ring:a',
        run: 1,
        recipient: 'police',
        sealedAt: at(3),
        sealedBy: '王',
        sha256: sha('lead'),
        size: 4,
      }
      const sealed = { at: at(3), by: '王', file: receipt.file, package: lead.sha256 }
      await store.putLead(lead, [{ ...sealed, what: 'sealed', lead: lead.id }])
      await store.putLead({ ...lead, recipient: 'customs' })
      const events = await all(store.custody())
      expect(events.map(({ what }) => what)).to.deep.equal(['received', 'sealed'])
      expect(await store.leads()).to.deep.equal([{ ...lead, recipient: 'customs' }])
      expect(await chainProblems(store.custody())).to.deep.equal([])
    })
  })
}

async function* none(): AsyncGenerator<Uint8Array> {}
