import { mkdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { FailureError } from '../../domain/failure.ts'
import type { Store } from '../port.ts'
import { openVault } from '../vault/vault.ts'
import { custody } from './custody.ts'
import type { Database } from './database.ts'
import { factWrites } from './fact-writes.ts'
import { forgetting } from './forget.ts'
import { graphReads } from './graph-reads.ts'
import { openToRead, openToWork } from './open-file.ts'
import { pastReads } from './past-reads.ts'
import { portable } from './portable.ts'
import { recordReads } from './record-reads.ts'
import { runs } from './runs.ts'
import { work } from './work.ts'

/**
 * Opens the store that a folder holds, or begins one there. Throws a FailureError when the folder cannot be used or
 * holds something else under the name of a store.
 */
export async function openEmbeddedStore(folder: string): Promise<Store> {
  await makeFolder(folder)
  return storeOf(await openToWork(join(folder, 'store.sqlite')), folder)
}

/** The same for whoever only reads, also where this user may not write: then there has to be a store, at the newest version. */
export async function openEmbeddedStoreToRead(folder: string): Promise<Store> {
  await makeFolder(folder)
  return storeOf(await openToRead(join(folder, 'store.sqlite')), folder)
}

function storeOf(database: Database, folder: string): Store {
  const vault = openVault(folder)
  const { [Symbol.asyncDispose]: endWrites, ...writes } = factWrites(database)
  const parts = {
    ...writes,
    ...graphReads(database),
    ...recordReads(database),
    ...pastReads(database),
    ...forgetting(database),
    ...runs(database),
    ...work(database, vault),
    ...custody(database),
    ...vault,
  }
  return {
    label: `embedded ${shown(database.path)}`,
    ...parts,
    ...portable(database, parts),
    async health() {
      database.get('SELECT count(*) AS count FROM sources')
    },
    async [Symbol.asyncDispose]() {
      await endWrites()
      database[Symbol.dispose]()
    },
  }
}

/** As people write it: from where the process runs, when it lies below. */
function shown(path: string): string {
  const below = relative(process.cwd(), path)
  return below.startsWith('..') ? path : below
}

async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory()) return
  if (found !== undefined) {
    throw new FailureError(`${folder} is a file and not a store; name the folder of a store.`)
  }
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new FailureError(
      `The folder ${folder} for the store cannot be made; choose one that this user may write to.`,
      { cause: error },
    )
  })
}
