import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { FailureError, RefusalError } from '../../../server/domain/failure.ts'
import { mulberry32 } from '../../../server/domain/random.ts'
import { openDataset } from '../../../server/ingest/dataset.ts'
import { readDatasetFile } from '../../../server/ingest/read-file.ts'
import { workbookParts, zipped } from '../../ingest/workbook.ts'
import { allOf, noneOf, type TortureFigure } from '../figure.ts'
import { hostileTexts } from '../hostile-texts.ts'
import { largeAttacks } from './large-attacks.ts'

export interface HostileFiles {
  readonly mutations: number
  readonly seed: number
  /** The largest ones too: cells of 10 MB, a million quotes, bombs. */
  readonly large: boolean
}

/** Longer than any of them may take. */
const longestMs = 5_000

/**
 * Tables in every encoding and kind, broken in ever new ways. Each is read to its end with every row accepted or quarantined, or refused with one sentence; the program stops at none and hangs
 * at none.
 */
export async function hostileFiles(options: HostileFiles): Promise<TortureFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'revenant-hostile-'))
  const broken = { crashed: [] as string[], hung: [] as string[], lost: [] as string[] }
  let files = 0
  let rows = 0
  let refused = 0
  try {
    for await (const { name, file, bytes } of attacks(options)) {
      files += 1
      const before = process.cpuUsage()
      const read = await readThrough(folder, file, bytes)
      if (longestMs < processorMs(before)) broken.hung.push(name)
      if (read.crash !== undefined) broken.crashed.push(`${name}: ${read.crash}`)
      if (read.rows !== read.lastRow) {
        broken.lost.push(`${name}: ${read.rows} rows told of ${read.lastRow}`)
      }
      rows += read.rows
      if (read.refused) refused += 1
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return [
    { name: 'hostile files', value: files, unit: 'files' },
    { name: 'hostile files: rows read', value: rows, unit: 'rows' },
    {
      name: 'hostile files: refused or broken off with one sentence',
      value: refused,
      unit: 'files',
    },
    noneOf('hostile files: crashes', 'files', broken.crashed),
    noneOf('hostile files: longer than 5 s of the processor', 'files', broken.hung),
    allOf('hostile files: accepted + quarantined = rows read', files, broken.lost),
  ]
}

export interface Attack {
  readonly name: string
  readonly file: string
  readonly bytes: Uint8Array
}

/** Of the processor, since what else a machine does is no fault of a file. */
function processorMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

interface ReadThrough {
  readonly rows: number
  /** Number of the last row told. */
  readonly lastRow: number
  readonly refused: boolean
  readonly crash: string | undefined
}

async function readThrough(folder: string, file: string, bytes: Uint8Array): Promise<ReadThrough> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file), bytes)
  const description = {
    name: 'set',
    source: 'x',
    licence: 'x',
    asOf: '2026-03-31',
    phoneRegion: 'CN',
  }
  const files = [{ file, kind: 'shop' }]
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ ...description, files }))
  const counted = { rows: 0, lastRow: 0 }
  try {
    await countRows(folder, counted)
    return { ...counted, refused: false, crash: undefined }
  } catch (error) {
    const expected = error instanceof RefusalError || error instanceof FailureError
    const crash = expected ? undefined : `${error instanceof Error ? error.stack : error}`
    return { ...counted, refused: expected, crash }
  } finally {
    rmSync(join(folder, file), { force: true })
  }
}

async function countRows(
  folder: string,
  counted: { rows: number; lastRow: number },
): Promise<void> {
  const dataset = await openDataset(folder)
  for (const opened of dataset.files) {
    for await (const read of readDatasetFile(dataset, opened)) {
      counted.rows += 1
      counted.lastRow = read.kind === 'facts' ? read.row : read.row.row
    }
  }
}

const header = ['platform', 'shop_id', 'name', 'phone', 'opened_on', 'registrant_id']

function table(random: () => number): string[][] {
  const rows = Array.from({ length: 4 + below(random, 8) }, (_, at) => [
    'taobao.com',
    String(at),
    pick(random, names),
    `138${String(below(random, 100_000_000)).padStart(8, '0')}`,
    '2024-03-01',
    '91350100M000100Y43',
  ])
  return [[...header], ...rows]
}

const names = ['莆田鞋店', '金莲花表行', 'Golden Lotus', '上海奢侈品鉴定中心', '海淘代购']

/** Every kind of file, of the same rows. */
const writers: readonly ((
  rows: string[][],
) => { file: string; bytes: Uint8Array } | Promise<{ file: string; bytes: Uint8Array }>)[] = [
  (rows) => ({ file: 'a.csv', bytes: Buffer.from(csv(rows, ',')) }),
  (rows) => ({ file: 'a.csv', bytes: Buffer.from(`\uFEFF${csv(rows, ';')}`) }),
  (rows) => ({ file: 'a.tsv', bytes: Buffer.from(csv(rows, '\t')) }),
  (rows) => ({ file: 'a.csv', bytes: Buffer.from(`\uFEFF${csv(rows, ',')}`, 'utf16le') }),
  (rows) => ({ file: 'a.csv', bytes: Buffer.from(csv(rows, '|'), 'utf16le').swap16() }),
  (rows) => ({ file: 'a.csv', bytes: inGbk(csv(rows, ',')) }),
  (rows) => ({ file: 'a.csv', bytes: Buffer.from(csv(rows, ','), 'latin1') }),
  (rows) => ({ file: 'a.ndjson', bytes: Buffer.from(ndjson(rows)) }),
  (rows) => ({ file: 'a.csv.gz', bytes: gzipSync(csv(rows, ',')) }),
  (rows) => ({ file: 'a.ndjson.gz', bytes: gzipSync(ndjson(rows)) }),
  async (rows) => ({ file: 'a.xlsx', bytes: await zipped(workbookParts([{ name: 'A', rows }])) }),
  async (rows) => ({ file: 'a.xlsx', bytes: await zipped(changedPart(rows)) }),
]

async function* attacks({ mutations, seed, large }: HostileFiles): AsyncGenerator<Attack> {
  const random = mulberry32(seed)
  for (let at = 0; at < mutations; at += 1) {
    const writer = writers[at % writers.length]
    if (writer === undefined) continue
    const rows = table(random)
    if (below(random, 2) === 0) poison(rows, random)
    const { file, bytes } = await writer(rows)
    const times = below(random, 4)
    let changed: Uint8Array = bytes
    for (let step = 0; step < times; step += 1) changed = pick(random, changes)(changed, random)
    yield { name: `seed ${seed}, ${at} (${file})`, file, bytes: changed }
  }
  if (large) yield* largeAttacks()
}

function poison(rows: string[][], random: () => number): void {
  for (let times = 1 + below(random, 3); 0 < times; times -= 1) {
    // Mostly below the header, so that rows are read at all.
    const row = rows[below(random, 10) === 0 ? 0 : below(random, rows.length)]
    if (row !== undefined) row[below(random, row.length)] = pick(random, hostileTexts)
  }
}

const changes: readonly ((bytes: Uint8Array, random: () => number) => Uint8Array)[] = [
  flip,
  flip,
  cut,
  (bytes, random) => insert(bytes, random, Buffer.from('"')),
  (bytes, random) => insert(bytes, random, Buffer.alloc(1 + below(random, 50))),
  (bytes, random) => insert(bytes, random, Buffer.from([0xff, 0xfe])),
  (bytes, random) => insert(bytes, random, Buffer.from('\r')),
  (bytes, random) => insert(bytes, random, Buffer.from(pick(random, hostileTexts))),
  (bytes, random) => insert(bytes, random, Buffer.from(bytes.subarray(0, below(random, 200)))),
]

function flip(bytes: Uint8Array, random: () => number): Uint8Array {
  if (bytes.length === 0) return bytes
  const changed = Uint8Array.from(bytes)
  const at = below(random, changed.length)
  changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8))
  return changed
}

function cut(bytes: Uint8Array, random: () => number): Uint8Array {
  return bytes.subarray(0, below(random, bytes.length + 1))
}

function insert(bytes: Uint8Array, random: () => number, piece: Uint8Array): Uint8Array {
  const at = below(random, bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
}

/** A workbook of which a part is broken inside, so that its archive is whole. */
function changedPart(rows: string[][]): Map<string, Uint8Array> {
  const random = mulberry32(rows.length * 7_919 + (rows[1]?.join('').length ?? 0))
  const parts = new Map<string, Uint8Array>()
  for (const [name, text] of workbookParts([{ name: 'A', rows }]))
    parts.set(name, Buffer.from(text))
  const name = pick(random, [...parts.keys()])
  const part = parts.get(name) ?? new Uint8Array()
  return parts.set(name, pick(random, changes)(part, random))
}

function csv(rows: readonly (readonly string[])[], delimiter: string): string {
  const quoted = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
  return rows.map((row) => `${row.map(quoted).join(delimiter)}\n`).join('')
}

function ndjson([names_ = [], ...rows]: readonly (readonly string[])[]): string {
  return rows
    .map(
      (row) => `${JSON.stringify(Object.fromEntries(row.map((cell, at) => [names_[at], cell])))}\n`,
    )
    .join('')
}

/** 莆田鞋店 and 金莲花表行 as GBK; what else is not ASCII becomes bytes that are nothing. */
function inGbk(text: string): Buffer {
  const known: Readonly<Record<string, string>> = {
    莆田鞋店: 'c6ceccefd0acb5ea',
    金莲花表行: 'bdf0c1abbba8b1edd0d0',
  }
  const pieces = text.split(/(莆田鞋店|金莲花表行)/)
  return Buffer.concat(
    pieces.map((piece) => Buffer.from(known[piece] ?? piece, piece in known ? 'hex' : 'latin1')),
  )
}

function pick<T>(random: () => number, list: readonly T[]): T {
  const one = list[below(random, list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

function below(random: () => number, limit: number): number {
  return Math.floor(random() * limit)
}
