import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { FailureError } from '../../domain/failure.ts'
import { kindOf } from '../../domain/keys.ts'
import { everyPaperKind } from '../dump.ts'
import type { Store } from '../port.ts'
import { writtenFacts } from '../written-facts.ts'
import { quarantineRow, sourceProperties } from './fact-writes.ts'
import { type Cells, importCsv } from './import-csv.ts'
import { currentRow } from './record-changes.ts'
import { edgeProperties } from './settle-edges.ts'
import { thingProperties } from './settle-nodes.ts'

/** What `neo4j-admin database import full DATABASE @import.args` is told, in the folder of the files; written last, so that nobody imports half of a store. */
const argumentsName = 'import.args'

export interface ImportFiles {
  readonly folder: string
  /** Rows of nodes and relations, each of which the importer tells again. */
  readonly rows: number
}

/**
 * Writes a store that was loaded and not yet worked with as files for the importer of Neo4j, which fills an empty database many times as fast as a server does. Who opens the database first
 * gives it its constraints and indexes. Throws a FailureError when the folder is not empty and when the store holds more than loaded rows as they stand.
 */
export async function writeImportFiles(
  store: Store,
  folder: string,
  onRow: (rows: number) => void,
): Promise<ImportFiles> {
  await checkOnlyLoaded(store)
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) {
    throw new FailureError(`The folder ${folder} is not empty; name a new one for the files.`)
  }
  const csv = importCsv(folder)
  let rows = 0
  const put = (...row: Parameters<typeof csv.put>) => {
    csv.put(...row)
    rows += 1
    onRow(rows)
  }
  put('nodes', 'RevenantStore', { id: 'store', version: 0n })
  await putGraph(store, put)
  await putRecords(store, put)
  await writeFile(join(folder, argumentsName), `${csv.end().join('\n')}\n`)
  return { folder, rows }
}

type Put = (what: 'nodes' | 'relationships', kind: string, cells: Cells) => void

async function putGraph(store: Store, put: Put): Promise<void> {
  for await (const { key, state } of store.foldedNodes()) {
    const { key: _key, ...rest } = thingProperties(key, state, JSON.stringify(state)) as Keyed
    put('nodes', `Thing:${kindOf(key)}`, { 'key:ID(thing)': key, ...rest })
  }
  for await (const { id, state, records } of store.foldedEdges()) {
    put('relationships', id.type, {
      ':START_ID(thing)': id.from,
      ':END_ID(thing)': id.to,
      ...(edgeProperties(id, state, records) as Cells),
    })
  }
}

type Keyed = Cells & { readonly key: string }

/** Versions of records and sources of which none was superseded. */
async function putRecords(store: Store, put: Put): Promise<void> {
  const subjects = new Set<string>()
  for await (const { facts, loadedAt, supersededAt } of store.recordVersions()) {
    if (supersededAt !== undefined) throw new FailureError(moreThanLoaded('superseded rows'))
    const { properties, says, about } = currentRow({ written: writtenFacts(facts), loadedAt })
    const { version, ...rest } = properties
    put('nodes', 'Record:CurrentRecord', { 'version:ID(record)': version, ...rest })
    const said = { ':START_ID(record)': version }
    for (const key of says) put('relationships', 'SAYS', { ...said, ':END_ID(thing)': key })
    for (const key of about) {
      subjects.add(key)
      put('relationships', 'ABOUT', { ...said, ':END_ID(subject)': key })
    }
  }
  for (const key of subjects) put('nodes', 'Subject', { 'key:ID(subject)': key })
  for await (const version of store.sourceVersions())
    put('nodes', 'Source', sourceProperties(version))
  for await (const row of store.scanQuarantine()) put('nodes', 'Quarantined', quarantineRow(row))
  for (const { since, ...rest } of await store.unfinishedSources())
    put('nodes', 'UnfinishedSource', { ...rest, since: BigInt(since) })
}

async function checkOnlyLoaded(store: Store): Promise<void> {
  const papers = await Promise.all(everyPaperKind.map((kind) => store.papers(kind)))
  const held: Readonly<Record<string, boolean>> = {
    runs: (await store.currentRun()) !== undefined,
    decisions: (await store.decisions()).length > 0,
    rulings: (await store.rulings()).length > 0,
    papers: papers.some((some) => some.length > 0),
    leads: (await store.leads()).length > 0,
    evidence: (await store.custodyHead()).seq > 0,
  }
  const first = Object.keys(held).find((what) => held[what])
  if (first !== undefined) throw new FailureError(moreThanLoaded(first))
}

function moreThanLoaded(what: string): string {
  return `The store holds ${what}, and files for the importer only take what was loaded; copy it to the server itself.`
}
