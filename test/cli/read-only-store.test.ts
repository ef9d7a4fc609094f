import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { openDatabase } from '../../server/store/embedded/database.ts'
import { openStore } from '../../server/store/open-store.ts'
import { temporaryFolder, writeSmallDataset } from '../jobs/small-dataset.ts'
import { day } from '../support/store-builders.ts'
import { asReader, cannotLock, lock, reportLock } from '../support/who-may-only-read.ts'
import { revenant } from './command-line.ts'

const ruling = {
  ...{ id: 'r1', value: 'account:bank/1', generic: true, by: '王', because: 'an agent' },
  on: day('2024-08-01'),
}

const reason = cannotLock()
if (reason !== undefined) reportLock(reason)
else
  describe('a store in a folder that this user may only read', function () {
    this.timeout(60_000)
    let temporary: ReturnType<typeof temporaryFolder>
    let folder: string
    let store: string
    beforeEach(async () => {
      temporary = temporaryFolder()
      folder = temporary.path
      store = join(folder, '.revenant')
      chmodSync(folder, 0o755)
      writeSmallDataset(folder)
      for (const args of [['load', 'small'], ['detect']]) {
        expect((await revenant(folder, args)).code).to.equal(0)
      }
    })
    afterEach(() => temporary[Symbol.dispose]())

    const reading = [
      ['export', 'rings'],
      ['export', 'graph', '--as-of', '2024-04-01'],
      ['explain', 'taobao.com/101', 'taobao.com/102'],
      ['path', 'shop:taobao.com/101', 'shop:taobao.com/103'],
      ['lead', 'list'],
      ['role', 'list'],
      ['evidence', 'list'],
    ]

    it('says the same to every command that reads, and nothing is left there', async () => {
      const still = await closedCopy(store, join(folder, 'still'))
      using _locked = lock(still)
      for (const args of reading) {
        const { code, out, err } = asReader(folder, [...args, '--store', still])
        expect(code, `${args.join(' ')}: ${err}`).to.equal(0)
        expect(out).to.equal((await revenant(folder, args)).out)
      }
      expect(readdirSync(still)).to.deep.equal(['store.sqlite'])
    })

    it('is refused at once by what would write, with what to do', () => {
      using _locked = lock(store)
      const writing = [
        ['detect'],
        ['load', 'small'],
        ['generic', 'account:bank/1', '--yes', '--by', '王', '--because', 'x'],
        ['withdraw', 'small'],
        ['evidence', 'verify'],
        ['serve'],
      ]
      for (const args of writing) {
        const { code, err } = asReader(folder, args)
        expect(code, args.join(' ')).to.equal(1)
        expect(err).to.match(/store\.sqlite cannot be written; give this user write permission/)
        expect(err).to.match(/Commands that only read can be used/)
      }
    })

    it('is read with what was written last while another process has it open', async () => {
      await using open = await openStore(store, {})
      await open.putRuling(ruling)
      using _locked = lock(store)
      const { code, out, err } = asReader(folder, ['export', 'rings'])
      expect(code, err).to.equal(0)
      expect(out).to.equal((await revenant(folder, ['export', 'rings'])).out)
    })

    it('is not read without what was written last, where that stands in a log that cannot be read', async () => {
      const copy = join(folder, 'copy')
      {
        await using open = await openStore(store, {})
        await open.putRuling(ruling)
        cpSync(store, copy, { recursive: true })
      }
      rmSync(join(copy, 'store.sqlite-shm'))
      using _locked = lock(copy)
      const { code, err } = asReader(folder, ['export', 'rings', '--store', copy])
      expect(code).to.equal(1)
      expect(err).to.match(
        /last written.+store\.sqlite-wal.+may not bring into it.+copy the folder/,
      )
    })

    it('of an earlier version says who can bring it up to date', async () => {
      {
        using database = await openDatabase(join(store, 'store.sqlite'), { busyTimeoutMs: 1_000 })
        database.script('DROP TABLE unfinished; PRAGMA user_version = 13')
      }
      const locked = lock(store)
      const { code, err } = asReader(folder, ['export', 'rings'])
      expect(code).to.equal(1)
      expect(err).to.match(/earlier Revenant \(store version 13, this one reads \d+\)/)
      locked[Symbol.dispose]()
      expect((await revenant(folder, ['export', 'quarantine'])).code).to.equal(0)
      using _again = lock(store)
      expect(asReader(folder, ['export', 'rings']).code).to.equal(0)
    })
  })

/** A copy as whoever worked with a store leaves it: nothing stands in a log. */
async function closedCopy(store: string, copy: string): Promise<string> {
  using database = await openDatabase(join(store, 'store.sqlite'), { busyTimeoutMs: 1_000 })
  database.script('PRAGMA wal_checkpoint(TRUNCATE)')
  mkdirSync(copy)
  copyFileSync(database.path, join(copy, 'store.sqlite'))
  return copy
}
