import { stringify } from 'csv-stringify/sync'

import type { QuarantinedRow } from '../domain/record.ts'
import type { RecordReads } from '../store/port.ts'
import { givesWay } from './give-way.ts'

/** Rows of one dataset, of one file of it, or all. */
export interface QuarantineWanted {
  readonly dataset?: string | undefined
  readonly file?: string | undefined
}

/** The first quarantined rows, and how many there are. */
export async function firstQuarantined(
  store: RecordReads,
  wanted: QuarantineWanted,
  limit: number,
): Promise<{ items: QuarantinedRow[]; total: number }> {
  const items: QuarantinedRow[] = []
  let total = 0
  for await (const row of quarantined(store, wanted)) {
    if (total < limit) items.push(row)
    total += 1
  }
  return { items, total }
}

/** Quarantined rows as a table that a spreadsheet opens: where each is, why, what to do, and the row as it was read. */
export async function* quarantineLines(
  store: RecordReads,
  wanted: QuarantineWanted,
): AsyncIterable<string> {
  yield `\uFEFF${line(['source', 'row', 'field', 'value', 'reason', 'detail', 'cells'])}`
  for await (const row of quarantined(store, wanted)) {
    const { source, field = '', value = '', reason, detail, cells } = row
    yield line([source, String(row.row), field, value, reason, detail, JSON.stringify(cells)])
  }
}

async function* quarantined(store: RecordReads, { dataset, file }: QuarantineWanted) {
  const breathe = givesWay()
  for await (const row of store.scanQuarantine()) {
    await breathe()
    const ofDataset = dataset === undefined || row.source === `${dataset}/${row.file}`
    if (ofDataset && (file === undefined || row.file === file)) yield row
  }
}

function line(cells: readonly string[]): string {
  // What a stranger chose must not run as a formula, nor break a line in two.
  const flat = cells.map((cell) => cell.replaceAll(/[\r\n]+/g, ' '))
  return stringify([flat], { escape_formulas: true, record_delimiter: 'windows' })
}
