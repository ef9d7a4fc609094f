import { stringify } from 'csv-stringify/sync'

import { RefusalError } from '../domain/failure.ts'
import type { Store } from '../store/port.ts'
import {
  type ExportName,
  type ExportOptions,
  type ExportRow,
  exportsByName,
} from './export-rows.ts'

export const exportFormats = ['ndjson', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Columns of the exports that are tables; the others nest too deep for one. */
const columns: Partial<Record<ExportName, readonly string[]>> = {
  links: ['from', 'to', 'kind', 'probability', 'bits', 'gapDays', 'channels'],
  rings: ['id', 'rank', 'members', 'factories'],
}

/** An export as text, line after line as the store delivers it: nothing is held back until the end. */
export function exportLines(
  store: Store,
  name: ExportName,
  { format, ...options }: ExportOptions & { readonly format: ExportFormat },
): AsyncIterable<string> {
  const rows = exportsByName[name](store, options)
  if (format === 'ndjson') return ndjson(rows)
  const header = columns[name]
  if (header === undefined) {
    throw new RefusalError(
      `\`export ${name}\` is not a table; use \`--format ndjson\` (CSV is there for ${Object.keys(columns).join(' and ')}).`,
    )
  }
  return csv(rows, header)
}

async function* ndjson(rows: AsyncIterable<ExportRow>): AsyncIterable<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}

async function* csv(
  rows: AsyncIterable<ExportRow>,
  header: readonly string[],
): AsyncIterable<string> {
  yield csvLine(header)
  for await (const row of rows) yield csvLine(header.map((column) => cell(row[column])))
}

function csvLine(cells: readonly string[]): string {
  // Spreadsheets run what begins like a formula; a quote in front keeps a value that a stranger chose from running.
  return stringify([[...cells]], { escape_formulas: true })
}

/** Several values in one cell are separated by `|`, as in a dataset. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(cell).join('|')
  if (typeof value !== 'object') return String(value)
  if ('shop' in value) return String(value.shop)
  if ('factory' in value) return String(value.factory)
  return JSON.stringify(value)
}
