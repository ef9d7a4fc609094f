import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { EpochMs } from '../../server/domain/units.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { writeImportFiles } from '../../server/store/neo4j/import-files.ts'
import { openStore } from '../../server/store/open-store.ts'
import { forBenches, neo4jFilledFrom } from '../support/neo4j-server.ts'
import { printFigures } from './bench-figures.ts'
import { askedOfNames, sameHash } from './neo4j-world.ts'
import { expandAndSearch } from './store-speed.ts'
import { writeWideRows } from './wide-rows.ts'

const at = EpochMs.parse(1_700_000_000_000)

/** Wide rows by way of an embedded store and files into an empty Neo4j: writing the files, the importer, opening the database with all its indexes, expanding, searching. `ratio` is the load into the embedded store, or its answer, over it. */
export async function measureImport(folder: string, rows: number): Promise<void> {
  mkdirSync(join(folder, 'wide'))
  await writeWideRows(join(folder, 'wide'), rows)
  const path = join(folder, 'store')
  await using embedded = await openStore(path, {})
  const files = join(folder, 'files')
  const nothing = () => undefined
  const load = await seconds(() =>
    loadDatasets(embedded, [join(folder, 'wide', 'data')], { at, onProgress: nothing }),
  )
  const written = await seconds(() => writeImportFiles(embedded, files, nothing))
  const filled = await neo4jFilledFrom(files, forBenches)
  const open = () => openStore(filled.uri, { ...process.env, REVENANT_FILES: folder })
  const began = performance.now()
  await using store = await open()
  const opened = (performance.now() - began) / 1_000
  await sameHash(embedded, store)
  const questions = await askedOfNames(embedded, path)
  printFigures(
    `neo4j, ${rows} wide rows imported`,
    {
      'files for the importer': [written, 'seconds'],
      importer: [filled.seconds, 'seconds'],
      'opening, with all indexes': [opened, 'seconds'],
      ...(await expandAndSearch(store, questions)),
    },
    {
      'files for the importer': [load, 'seconds'],
      importer: [load, 'seconds'],
      'opening, with all indexes': [load, 'seconds'],
      ...(await expandAndSearch(embedded, questions)),
    },
  )
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}
