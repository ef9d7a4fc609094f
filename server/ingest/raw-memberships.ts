import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

import { RefusalError } from '../domain/failure.ts'
import { foldCase, plainText } from '../domain/plain-text.ts'
import { howToRead, statedByName } from './how-to-read.ts'
import { saysNothing } from './normalise/says-nothing.ts'
import { brokenFile, rawRows } from './read-file.ts'
import { readHeader } from './readers/csv.ts'
import { decodeFile, detectEncoding } from './readers/encodings.ts'
import { type Cell, isUnreadable, type RawRow } from './readers/raw-row.ts'
import { type Reason, sentence } from './reasons.ts'

/** Which columns of a plain file say which shop has which value of which kind. */
export interface RawColumns {
  readonly shop: string
  readonly kind: string
  readonly value: string
}

/** That a shop has a value: the shop in plain characters, kind and value also without case and accents. */
export interface RawMembership {
  readonly shop: string
  readonly kind: string
  readonly value: string
}

/** A row that says no membership, as it stands, with its reason. */
export interface RawRefusal {
  readonly row: number
  readonly reason: Reason
  /** What happened and what to do, in one sentence. */
  readonly detail: string
  readonly cells: Readonly<Record<string, string>>
}

/** What came of one row; never nothing. */
export type RawRead = { readonly membership: RawMembership } | { readonly refused: RawRefusal }

const fields = ['shop', 'kind', 'value'] as const

/**
 * Reads memberships of a CSV, TSV or NDJSON file row by row, in the file's order, holding one row and a buffer. Throws a RefusalError where there is no such file or columns are missing, and a FailureError that names the row
 * where the file ends too soon or its bytes are not text.
 */
export async function* readMemberships(path: string, columns: RawColumns): AsyncGenerator<RawRead> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new RefusalError(`There is no file at ${path}; check the path.`)
  const name = basename(path)
  let rows = 0
  try {
    const { format } = await howToRead(path, statedByName(path))
    const encoding = format.type === 'xlsx' ? undefined : await detectEncoding(path)
    if (format.type === 'delimited')
      checkHeader(name, columns, await readHeader(decodeFile(path, encoding ?? 'utf-8'), format))
    for await (const raw of rawRows({ path, format, encoding })) {
      rows = raw.row
      yield membershipOf(raw, columns)
    }
  } catch (error) {
    throw brokenFile(error, name, rows)
  }
}

function checkHeader(name: string, columns: RawColumns, header: readonly string[] = []): void {
  const missing = fields.filter((field) => !header.includes(columns[field]))
  if (missing.length === 0) return
  const [wanted, asked] = [
    missing.map((field) => columns[field]).join(', '),
    missing.map((field) => `--${field} COLUMN`).join(' '),
  ]
  throw new RefusalError(
    `${name} has no column ${wanted}; it has ${header.join(', ') || 'none'}. Name what stands for it with ${asked}.`,
  )
}

function membershipOf(raw: RawRow, columns: RawColumns): RawRead {
  if (raw.problem !== undefined) return refused(raw, raw.problem)
  const [shop, kind, value] = fields.map((field) => textOf(raw.cells.get(columns[field])))
  for (const [place, text] of [shop, kind, value].entries()) {
    const column = columns[fields[place] ?? 'shop']
    if (typeof text === 'object') return refused(raw, text.reason, column)
    if (text === undefined || text === '') return refused(raw, 'field-missing', column)
    if (saysNothing(text)) return refused(raw, 'nothing-said', column, text)
  }
  const membership = { shop: String(shop), kind: folded(kind), value: folded(value) }
  return { membership }
}

/** The cell in plain characters, or why it is no text. */
function textOf(cell: Cell | undefined): string | undefined | { readonly reason: Reason } {
  if (cell === undefined) return undefined
  if (typeof cell === 'string') return plainText(cell)
  return { reason: isUnreadable(cell) ? cell.reason : 'value-list' }
}

function folded(text: unknown): string {
  return foldCase(String(text))
}

function refused({ row, cells }: RawRow, reason: Reason, field = '', value = ''): RawRead {
  const asTyped = Object.fromEntries([...cells].map(([name, cell]) => [name, typed(cell)]))
  return { refused: { row, reason, detail: sentence(reason, field, value), cells: asTyped } }
}

function typed(cell: Cell): string {
  if (isUnreadable(cell)) return cell.typed
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}
