import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { compareText } from '../domain/canonical.ts'
import { FailureError, HeldError, RefusalError } from '../domain/failure.ts'
import type { LoadReport } from '../domain/record.ts'
import { type Refusal, refusal } from '../domain/refusals.ts'
import type { Store } from '../store/port.ts'
import { type LoadOptions, loadDatasets } from './load.ts'
import { unpack } from './unpack.ts'

/** Loads every dataset in a folder of uploaded files, archives unpacked, and removes the folder, unless what came of it is that a person has to look at it. */
export async function importUpload(
  store: Store,
  folder: string,
  options: LoadOptions,
): Promise<LoadReport[]> {
  try {
    for (const archive of await namesIn(folder, /\.zip$/i)) {
      const unpacked = `${archive}.unpacked`
      // There already where the load was held before.
      await rm(unpacked, { recursive: true, force: true })
      await unpack(archive, unpacked, options.onProgress)
    }
    const descriptions = await namesIn(folder, /(^|[/\\])dataset\.json$/)
    if (descriptions.length === 0) {
      throw refusal('upload-without-description', {})
    }
    const loads = await loadDatasets(store, descriptions.map(dirname), options)
    await rm(folder, { recursive: true, force: true })
    return loads
  } catch (error) {
    if (error instanceof HeldError) throw error
    await rm(folder, { recursive: true, force: true })
    throw withoutFolder(error, folder)
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
  const cleared = (text: string) =>
    text
      .replaceAll(`${folder}/`, '')
      .replaceAll(folder, 'what was sent')
      .replaceAll('.zip.unpacked', '.zip')
  const options = { cause: error, ...refusalWith(error.refusal, cleared) }
  return error instanceof RefusalError
    ? new RefusalError(cleared(error.message), options)
    : new FailureError(cleared(error.message), options)
}

function refusalWith(refusal: Refusal | undefined, cleared: (text: string) => string) {
  if (refusal === undefined) return {}
  const values = Object.entries(refusal.values).map(([name, value]) => {
    if (typeof value === 'number') return [name, value]
    return [name, typeof value === 'string' ? cleared(value) : value.map(cleared)]
  })
  return { refusal: { code: refusal.code, values: Object.fromEntries(values) } }
}
