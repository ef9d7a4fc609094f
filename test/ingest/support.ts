import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import type { Facts } from '../../server/domain/fact.ts'
import type { QuarantinedRow } from '../../server/domain/record.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { type RowRead, readDatasetFile } from '../../server/ingest/read-file.ts'

const folders: string[] = []

/** A dataset folder with these files; a description that leaves something out gets an ordinary one. */
export function aDataset(
  files: Readonly<Record<string, string | Uint8Array>>,
  description: Readonly<Record<string, unknown>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'revenant-ingest-'))
  folders.push(folder)
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), contents)
  }
  const ordinary = { name: 'set', source: 'test', licence: 'CC0-1.0', asOf: '2026-03-31' }
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ ...ordinary, ...description }))
  return folder
}

/** Takes away every folder that was made; for an `after` hook. */
export function forgetDatasets(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Everything that comes of the first file of a dataset. */
export async function readAll(path: string): Promise<RowRead[]> {
  const dataset = await openDataset(path)
  const rows: RowRead[] = []
  for (const file of dataset.files.slice(0, 1)) {
    for await (const row of readDatasetFile(dataset, file)) rows.push(row)
  }
  return rows
}

/** What one row of a kind says, from its fields as a line of NDJSON. */
export async function factsOf(
  kind: string,
  row: Readonly<Record<string, unknown>>,
  description: Readonly<Record<string, unknown>> = {},
): Promise<Facts> {
  const [read] = await readRows(kind, [row], description)
  if (read?.kind !== 'facts') throw new Error(`quarantined: ${JSON.stringify(read?.row)}`)
  return read.facts
}

/** Why one row of a kind was quarantined. */
export async function quarantineOf(
  kind: string,
  row: Readonly<Record<string, unknown>>,
): Promise<QuarantinedRow> {
  const [read] = await readRows(kind, [row])
  if (read?.kind !== 'quarantined') throw new Error('the row was accepted')
  return read.row
}

async function readRows(
  kind: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  description: Readonly<Record<string, unknown>> = {},
): Promise<RowRead[]> {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const files = [{ file: 'rows.ndjson', kind }]
  return readAll(aDataset({ 'rows.ndjson': text }, { ...description, files }))
}
