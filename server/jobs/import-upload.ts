import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { compareText } from '../domain/canonical.ts'
import { FailureError, RefusalError } from '../domain/failure.ts'
import type { LoadReport } from '../domain/record.ts'
import type { Store } from '../store/port.ts'
import { type LoadOptions, loadDatasets } from './load.ts'
import { unpack } from './unpack.ts'

/** Loads every dataset in a folder of uploaded files, archives unpacked, and removes the folder whatever comes of it. */
export async function importUpload(
  store: Store,
  folder: string,
  options: LoadOptions,
): Promise<LoadReport[]> {
  try {
    for (const archive of await namesIn(folder, /\.zip$/i)) {
      await unpack(archive, `${archive}.unpacked`, options.onProgress)
    }
    const descriptions = await namesIn(folder, /(^|[/\\])dataset\.json$/)
    if (descriptions.length === 0) {
      throw new RefusalError(
        'What was sent holds no dataset.json, so nothing says what its files are; write one that names the set, its source, licence, asOf date and files.',
      )
    }
    return await loadDatasets(store, descriptions.map(dirname), options)
  } catch (error) {
    throw withoutFolder(error, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path))
    .toSorted(compareText)
}

/** The user never saw the folder that the files lay in meanwhile, so no sentence names it. */
export function withoutFolder(error: unknown, folder: string): unknown {
  if (!(error instanceof RefusalError || error instanceof FailureError)) return error
  const message = error.message
    .replaceAll(`${folder}/`, '')
    .replaceAll(folder, 'what was sent')
    .replaceAll('.zip.unpacked', '.zip')
  return error instanceof RefusalError
    ? new RefusalError(message, { cause: error })
    : new FailureError(message, { cause: error })
}
