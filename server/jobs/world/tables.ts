import { stringify } from 'csv-stringify/sync'

import type { RecordKind } from '../../domain/record.ts'

/** A cell: several values are written with `|` between them, an absent one as an empty cell. */
export type Cell = string | number | readonly string[] | undefined
export type WorldRow = Readonly<Record<string, Cell>>

/** One file of a dataset, or its truth. */
export interface WorldFile {
  readonly file: string
  readonly kind: RecordKind | 'truth'
  readonly columns: readonly string[]
  readonly rows: readonly WorldRow[]
}

/** A file with those of the columns that any of its rows uses; with all of them when it has no rows. */
export function worldFile(
  kind: WorldFile['kind'],
  columns: readonly string[],
  rows: readonly WorldRow[],
): WorldFile {
  const used = columns.filter((column) => rows.some((row) => text(row[column]) !== ''))
  return { file: `${kind}.csv`, kind, columns: rows.length === 0 ? columns : used, rows }
}

/** The file as CSV, UTF-8 with line feeds. */
export function toCsv({ columns, rows }: WorldFile): string {
  return stringify([[...columns], ...rows.map((row) => columns.map((column) => text(row[column])))])
}

/** One line of CSV; what many million rows are written with, one at a time. */
export function toLine(columns: readonly string[], row: WorldRow): string {
  return `${columns.map((column) => quoted(text(row[column]))).join(',')}\n`
}

/** The description that makes a folder of such files a dataset. */
export function toDescription(
  about: Readonly<Record<string, unknown>>,
  files: readonly Pick<WorldFile, 'file' | 'kind'>[],
): string {
  const listed = files.map(({ file, kind }) => ({ file, kind }))
  return `${JSON.stringify({ ...about, files: listed }, undefined, 2)}\n`
}

function text(cell: Cell): string {
  if (cell === undefined) return ''
  return typeof cell === 'object' ? cell.join('|') : String(cell)
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
