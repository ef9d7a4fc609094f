import { createReadStream } from 'node:fs'
import { join } from 'node:path'

import papaparse from 'papaparse'

import { EpochMs } from '../../server/domain/units.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { readDatasetFile } from '../../server/ingest/read-file.ts'
import { youngMegabytes } from '../../server/jobs/heap-limits.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { type Database, openDatabase } from '../../server/store/embedded/database.ts'
import { openEmbeddedStore } from '../../server/store/embedded/store.ts'
import { nodeTokens } from '../../server/store/name-grams.ts'
import { figuresAlone, peakMegabytes, printAlone, printFigures } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { writeWideRows } from './wide-rows.ts'
import { processFlags } from './worker-flags.ts'

/** As much room for what is soon dropped as a large load has, of which a process keeps three parts. */
const asHeavyJobs = [...processFlags, `--max-semi-space-size=${youngMegabytes / 3}`]

/**
 * Loading `--records N` (1,000,000 unless said) wide shop rows into an empty embedded store: reading them alone (parse, map, check, normalise), the whole load, the same file again, and a bare script that parses the same file and
 * inserts as many rows into every table of the same schema, without checking, folding or hashing anything. Each in a process of its own.
 */
export async function measureLoad({ records }: BenchOptions): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    await writeWideRows(folder, records)
    const label = `load, ${records} wide rows`
    printFigures(label, figuresAlone('load-read-alone', folder, asHeavyJobs))
    printFigures(label, figuresAlone('load-whole-alone', folder, asHeavyJobs))
    printFigures(label, figuresAlone('load-bare-alone', folder, processFlags))
  })
}

export async function loadReadAlone({ input }: BenchOptions): Promise<void> {
  const clock = startClock()
  const dataset = await openDataset(join(input, 'data'))
  let rows = 0
  for (const file of dataset.files) {
    for await (const _row of readDatasetFile(dataset, file)) rows += 1
  }
  const { wall, processor } = clock()
  printAlone({
    'read: rows a second': [rows / wall, 'rows'],
    'read: rows a CPU second': [rows / processor, 'rows'],
  })
}

export async function loadWholeAlone({ input }: BenchOptions): Promise<void> {
  await using store = await openEmbeddedStore(join(input, 'store'))
  const load = async (at: number) => {
    const clock = startClock()
    const options = { at: EpochMs.parse(at), onProgress: () => undefined }
    const [report] = await loadDatasets(store, [join(input, 'data')], options)
    return { ...clock(), rows: report?.accepted ?? 0 }
  }
  const first = await load(1_700_000_000_000)
  const memory = peakMegabytes()
  const again = await load(1_700_000_001_000)
  printAlone({
    'load: rows accepted': [first.rows, 'rows'],
    'load: time': [first.wall, 'seconds'],
    'load: processor': [first.processor, 'CPU seconds'],
    'load: memory at its peak': [memory, 'MB'],
    'same file again: time': [again.wall, 'seconds'],
    'same file again: share of the first': [again.wall / first.wall, 'ratio'],
  })
}

/** Tables of a load with how many rows each got, and what the bare script puts into one. */
const tables = [
  'records',
  'record_texts',
  'about',
  'nodes',
  'node_said',
  'node_search',
  'edges',
  'edge_said',
] as const

export async function loadBareAlone({ input }: BenchOptions): Promise<void> {
  const counts = await countsOf(join(input, 'store', 'store.sqlite'))
  const folder = join(input, 'bare')
  await (await openEmbeddedStore(folder))[Symbol.asyncDispose]()
  using database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs: 5_000 })
  database.script('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072')
  const clock = startClock()
  const rows = await parsedRows(join(input, 'data', 'shops.csv'))
  for (let start = 0; start < rows.length; start += batch) {
    database.transaction(() => insertBatch(database, rows, start, counts))
  }
  const { wall, processor } = clock()
  printAlone({
    'bare script: time': [wall, 'seconds'],
    'bare script: processor': [processor, 'CPU seconds'],
    'bare script: rows in all tables': [Object.values(counts).reduce((a, b) => a + b), 'rows'],
  })
}

type Counts = Readonly<Record<(typeof tables)[number], number>>

const batch = 5_000

async function countsOf(path: string): Promise<Counts> {
  using database = await openDatabase(path, { busyTimeoutMs: 5_000 })
  const counted = tables.map((table) => [
    table,
    database.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0,
  ])
  return Object.fromEntries(counted) as Counts
}

/** All rows at once: the bare script has nothing to be careful about. */
function parsedRows(path: string): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = []
    papaparse.parse<string[]>(createReadStream(path, 'utf8'), {
      chunk: ({ data }) => void rows.push(...data),
      complete: () => resolve(rows.slice(1)),
      error: reject,
    })
  })
}

/** In characters, as a load writes them. */
const factsLength = 930

/** Texts as long as those that a load writes. */
function insertBatch(database: Database, rows: readonly string[][], start: number, counts: Counts) {
  const share = Math.min(batch, rows.length - start) / rows.length
  const first = start / rows.length
  for (let row = start; row < Math.min(start + batch, rows.length); row += 1) {
    const body = JSON.stringify(rows[row])
    database.run(
      `INSERT INTO records (id, hash, source, row, kind, loaded_at, put_at)
       VALUES ($row + 1, unhex($hash), 1, $row, 'shop', 1, 1)`,
      { hash: scattered(row), row },
    )
    database.run('INSERT INTO record_texts (id, body, facts) VALUES ($row + 1, $body, $facts)', {
      ...{ row, body, facts: body.repeat(3).slice(0, factsLength) },
    })
  }
  const range = (table: keyof Counts) => {
    const from = Math.round(first * counts[table])
    return { from, to: from + Math.round(share * counts[table]) }
  }
  const each = (table: keyof Counts, insert: (at: number) => void) => {
    const { from, to } = range(table)
    for (let at = from; at < to; at += 1) insert(at)
  }
  const stateOf = (at: number) => JSON.stringify(rows[at % rows.length]?.slice(0, 6))
  each('nodes', (at) =>
    database.run('INSERT OR IGNORE INTO nodes (id, key, state) VALUES ($at, $key, $state)', {
      at,
      key: `shop:taobao.com/${scattered(at)}`,
      state: stateOf(at),
    }),
  )
  each('node_search', (at) => {
    const name = rows[at % rows.length]?.[2] ?? ''
    database.run('INSERT OR REPLACE INTO node_search (rowid, tokens) VALUES ($at, $tokens)', {
      at,
      tokens: nodeTokens(`shop:taobao.com/${at}`, [name]),
    })
  })
  each('edges', (at) =>
    database.run(
      `INSERT OR IGNORE INTO edges (from_key, type, to_key, discriminator, sort, state)
       VALUES ($from, 'REACHED_AT', $to, '', '', $state)`,
      {
        from: `shop:taobao.com/${scattered(at)}`,
        to: `contact:phone/${at % 5_000}`,
        state: '{"properties":{}}',
      },
    ),
  )
  each('about', (at) =>
    database.run('INSERT OR IGNORE INTO about (key, record) VALUES ($key, $at)', {
      key: `shop:taobao.com/${scattered(at)}`,
      at,
    }),
  )
  for (const table of ['node_said', 'edge_said'] as const) {
    each(table, (at) =>
      database.run(`INSERT OR IGNORE INTO ${table} (thing, record) VALUES ($thing, $at)`, {
        thing: at % 10_007,
        at,
      }),
    )
  }
}

/** Sixty-four characters in no order, as hashes are. */
function scattered(at: number): string {
  return (Math.imul(at + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0').repeat(8)
}

function startClock() {
  const began = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { wall: (performance.now() - began) / 1_000, processor: (user + system) / 1e6 }
  }
}
