import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { FailureError } from '../../server/domain/failure.ts'
import { type Database, openDatabase } from '../../server/store/embedded/database.ts'
import { setUpToRead } from '../../server/store/embedded/schema.ts'
import { openStore } from '../../server/store/open-store.ts'
import { facts, load, node } from '../support/store-builders.ts'

const busyTimeoutMs = 1_000
const count = (database: Database) =>
  database.get<{ count: number }>('SELECT count(*) AS count FROM records')?.count

describe('the file of a store that is read as if nobody wrote to it', () => {
  let folder: string
  let path: string
  beforeEach(async () => {
    // A name that an address has to have encoded.
    folder = mkdtempSync(join(tmpdir(), 'revenant-still-#%20?-'))
    path = join(folder, 'store.sqlite')
    const written = join(folder, 'written')
    await using store = await openStore(written, {})
    await load(store, [facts('1', { nodes: [node('shop:a')] })])
    using database = await openDatabase(join(written, 'store.sqlite'), { busyTimeoutMs })
    database.script('PRAGMA wal_checkpoint(TRUNCATE)')
    copyFileSync(database.path, path)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const failureOf = (work: () => unknown): unknown => {
    try {
      return work()
    } catch (error) {
      return error
    }
  }
  const still = () => openDatabase(path, { busyTimeoutMs, access: 'still' })

  it('is read without a file beside it, and never written', async () => {
    using database = await still()
    setUpToRead(database)
    expect(count(database)).to.equal(1)
    expect(readdirSync(folder)).to.deep.equal(['store.sqlite', 'written'])
    const failure = failureOf(() => database.run('DELETE FROM records'))
    expect(failure).to.be.instanceOf(FailureError)
    expect(String(failure)).to.match(/store\.sqlite cannot be written; give this user/)
    expect(count(database)).to.equal(1)
  })

  it('is told to be of two states once another process brought something into it, and not before', async () => {
    using database = await still()
    setUpToRead(database)
    using other = await openDatabase(path, { busyTimeoutMs })
    other.script('PRAGMA wal_autocheckpoint = 0; DELETE FROM records')
    expect(count(database)).to.equal(1)
    other.script('PRAGMA wal_checkpoint(TRUNCATE)')
    const failure = failureOf(() => count(database))
    expect(failure).to.be.instanceOf(FailureError)
    expect(String(failure)).to.match(/Another process has written to the store .*; start again/)
    using again = await still()
    expect(count(again)).to.equal(0)
  })

  it('is not brought up to date, and says so where it would have to be', async () => {
    {
      using database = await openDatabase(path, { busyTimeoutMs })
      database.script('PRAGMA user_version = 3; PRAGMA wal_checkpoint(TRUNCATE)')
    }
    using database = await still()
    expect(String(failureOf(() => setUpToRead(database)))).to.match(
      /made by an earlier Revenant \(store version 3, this one reads \d+\).+may not write.+copy the folder/,
    )
  })
})
