import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect } from 'chai'

import { FailureError, RefusalError } from '../../server/domain/failure.ts'
import type { Run } from '../../server/domain/run.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { openStore } from '../../server/store/open-store.ts'
import { rowsToCrashOn } from '../support/rows-to-crash-on.ts'
import { all, aRun, aSource, at, facts, load, node, sha } from '../support/store-builders.ts'
import { withWideRecords } from '../support/wide-records.ts'

const busyTimeoutMs = 50

describe('the embedded store', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'revenant-embedded-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is one file in a folder that it makes, and holds what was put when it is opened again', async () => {
    const inner = join(folder, 'a/b')
    {
      await using store = await openStore(inner, {})
      expect(store.label).to.equal(`embedded ${join(inner, 'store.sqlite')}`)
      await load(store, [facts('1', { nodes: [node('shop:a')] })])
    }
    await using store = await openStore(inner, {})
    await store.health()
    expect((await store.stats()).nodes).to.deep.equal({ Shop: 1 })
  })

  it('can be read while another process writes, and says who holds it when two write', async () => {
    await using store = await openStore(folder, {})
    const path = join(folder, 'store.sqlite')
    using other = await openDatabase(path, { busyTimeoutMs })
    using third = await openDatabase(path, { busyTimeoutMs })
    other.script('BEGIN IMMEDIATE')
    expect((await store.stats()).records).to.equal(0)
    const failure = await failureOf(async () => third.transaction(() => undefined))
    expect(failure).to.be.instanceOf(FailureError)
    expect(failure?.message).to.match(
      /^Another process is writing to the store .*store\.sqlite; wait/,
    )
    other.script('ROLLBACK')
  })

  it('says that the disk is full, and leaves nothing of the work, where it fills up within a transaction', async () => {
    const path = join(folder, 'full.sqlite')
    using database = await openDatabase(path, { busyTimeoutMs })
    database.script('PRAGMA journal_mode = WAL; CREATE TABLE t (x TEXT) STRICT')
    database.script('PRAGMA max_page_count = 20')
    const insert = () => database.run('INSERT INTO t VALUES ($x)', { x: 'x'.repeat(1000) })
    const failure = await failureOf(async () =>
      database.transaction(() => {
        for (let row = 0; row < 100; row += 1) insert()
      }),
    )
    expect(failure).to.be.instanceOf(FailureError)
    expect(failure?.message).to.match(
      /^The disk that holds .*full\.sqlite is full; free some space/,
    )
    expect(database.get('SELECT count(*) AS rows FROM t')).to.deep.include({ rows: 0 })
    database.transaction(insert)
    expect(database.get('SELECT count(*) AS rows FROM t')).to.deep.include({ rows: 1 })
  })

  const notStores: readonly [what: string, make: (path: string) => Promise<void>, says: RegExp][] =
    [
      [
        'a file of something else',
        async (path) => writeFileSync(path, 'id,name\n'.repeat(99)),
        /is not a Revenant store/,
      ],
      ['a database of another program', foreignDatabase, /Revenant did not make/],
      ['a store of a newer version', newerStore, /made by a newer Revenant \(store version 99/],
    ]
  for (const [what, make, says] of notStores) {
    it(`refuses ${what} and changes nothing in it`, async () => {
      const path = join(folder, 'store.sqlite')
      await make(path)
      const before = readFileSync(path)
      const failure = await failureOf(() => openStore(folder, {}))
      expect(failure).to.be.instanceOf(FailureError)
      expect(failure?.message).to.match(says)
      expect(readFileSync(path).equals(before)).to.equal(true)
    })
  }

  it('brings a store of the first version to its own, with the runs that it holds', async () => {
    const run = await firstVersion(folder)
    await using store = await openStore(folder, {})
    expect(await store.runs()).to.deep.equal([run])
    expect(await store.runModel(run.id)).to.equal(undefined)
    const contents = { links: [], rings: [], attributions: [], model: { name: 'test' } }
    const next = await store.publishRun(aRun(), contents)
    expect(await store.runModel(next.id)).to.deep.equal({ name: 'test' })
  })

  it('gives out the package that an earlier version kept in the database', async () => {
    await using store = await openStore(folder, {})
    const lead = {
      ...{ id: 'L-2026-000001-v1', ring: 'ring:a', run: 1, recipient: 'police', sealedBy: '王' },
      ...{ sealedAt: at(1), sha256: sha('package'), size: 7 },
    }
    using database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs })
    database.run(
      'INSERT INTO leads (id, sealed_at, body, package) VALUES ($id, 1, $body, $package)',
      { id: lead.id, body: JSON.stringify(lead), package: Buffer.from('package') },
    )
    await store.putLead({ ...lead, recipient: 'customs' })
    const sealed = await store.leadPackage(lead.id)
    expect(Buffer.concat(await all(sealed?.chunks() ?? none())).toString()).to.equal('package')
    expect((await store.leads()).map(({ recipient }) => recipient)).to.deep.equal(['customs'])
  })

  it('refuses a file in the place of its folder', async () => {
    writeFileSync(join(folder, 'shops.csv'), 'id\n')
    const failure = await failureOf(() => openStore(join(folder, 'shops.csv'), {}))
    expect(failure?.message).to.include('is a file and not a store')
  })

  it('survives a kill in the middle of a load, which then ends as if nothing had been', async () => {
    await loadUntilKilled(folder)
    using database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs })
    expect(database.all('PRAGMA quick_check')).to.deep.equal([{ quick_check: 'ok' }].map(bare))
    const untouched = join(folder, 'untouched')
    const hashes: string[] = []
    for (const where of [folder, untouched]) {
      await using store = await openStore(where, {})
      await load(store, rowsToCrashOn(), aSource(undefined, { loadedAt: at(1e9) }))
      hashes.push(await store.canonicalHash())
    }
    expect(hashes[0]).to.equal(hashes[1])
  })

  for (const address of ['', ' ', 'http://localhost', 'postgres://user:secret@host/db']) {
    it(`refuses the address ${JSON.stringify(address)}, and repeats no password`, async () => {
      const failure = await failureOf(() => openStore(address, {}))
      expect(failure).to.be.instanceOf(RefusalError)
      expect(failure?.message).not.to.include('secret')
    })
  }
})

async function failureOf(work: () => Promise<unknown>): Promise<Error | undefined> {
  return work().then(
    () => undefined,
    (error: Error) => error,
  )
}

async function* none(): AsyncGenerator<Uint8Array> {}

async function foreignDatabase(path: string): Promise<void> {
  using database = await openDatabase(path, { busyTimeoutMs })
  database.script('CREATE TABLE places (id INTEGER PRIMARY KEY)')
}

/** The version that kept no model with a run. */
async function firstVersion(folder: string): Promise<Run> {
  await using store = await openStore(folder, {})
  const run = await store.publishRun(aRun(), { links: [], rings: [], attributions: [] })
  using database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs })
  withWideRecords(database)
  database.script(
    `ALTER TABLE runs DROP COLUMN model; ALTER TABLE runs DROP COLUMN generics;
     ALTER TABLE runs DROP COLUMN lineage; ALTER TABLE runs DROP COLUMN supply; DROP TABLE rulings; DROP TABLE papers;
     DROP TABLE custody; DROP TABLE ended_said; DROP TABLE ended_search;
     DROP INDEX node_keys;
     PRAGMA user_version = 1`,
  )
  return run
}

async function newerStore(path: string): Promise<void> {
  await (await openStore(join(path, '..'), {}))[Symbol.asyncDispose]()
  using database = await openDatabase(path, { busyTimeoutMs })
  database.script('PRAGMA user_version = 99')
}

/** Kills a loading process while it writes, some batches after its first. */
async function loadUntilKilled(folder: string): Promise<void> {
  const script = fileURLToPath(new URL('../support/load-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let batches = 0
  child.stdout.on('data', (said: Buffer) => {
    batches += said.toString().split('\n').length - 1
    if (batches >= 3) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'exit')
  expect(signal).to.equal('SIGKILL')
}

/** Rows of SQLite have no prototype. */
function bare(row: object): object {
  return Object.assign(Object.create(null), row)
}
