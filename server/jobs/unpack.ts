import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { type Entry, openPromise, type ZipFile } from 'yauzl'

import { RefusalError } from '../domain/failure.ts'
import { belongsToDataset, safePath } from '../domain/upload.ts'
import type { OnProgress } from './progress.ts'

/** What an archive may hold unpacked: a small one can claim to hold more than any disk. */
const mostBytes = 8_589_934_592
const mostEntries = 10_000

/** Unpacks a zip archive into a folder: what belongs to a dataset, and nothing else. Throws a RefusalError for what no honest archive holds. */
export async function unpack(archive: string, folder: string, onProgress: OnProgress) {
  const name = basename(archive)
  try {
    const zip = await openPromise(archive, { lazyEntries: true, validateEntrySizes: true })
    await unpackEntries(zip, { name, folder, onProgress })
  } catch (cause) {
    if (cause instanceof RefusalError || isOfTheDisk(cause)) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new RefusalError(`${name} cannot be read as a zip archive (${why}); pack it again.`, {
      cause,
    })
  }
}

interface Unpacking {
  readonly name: string
  readonly folder: string
  readonly onProgress: OnProgress
}

async function unpackEntries(zip: ZipFile, { name, folder, onProgress }: Unpacking) {
  let bytes = 0
  let done = 0
  if (mostEntries < zip.entryCount) {
    throw new RefusalError(`${name} holds ${zip.entryCount} files; ${mostEntries} is the most.`)
  }
  for await (const entry of zip.eachEntry()) {
    done += 1
    const path = pathOf(entry, name)
    if (path === undefined) continue
    bytes += entry.uncompressedSize
    if (mostBytes < bytes) {
      throw new RefusalError(
        `${name} would unpack to more than ${mostBytes} bytes; load it from its folder with \`revenant load\`.`,
      )
    }
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    // `wx`: a second entry of the same name is an error and no replacement.
    const file = createWriteStream(target, { flags: 'wx', mode: 0o600 })
    await pipeline(await zip.openReadStreamPromise(entry), file)
    onProgress({ stage: 'unpack', done, total: zip.entryCount })
  }
}

/** Where an entry goes; undefined for folders and for what is no part of a dataset. */
function pathOf(entry: Entry, archive: string): string | undefined {
  const name = nameOf(entry)
  if (name.endsWith('/')) return undefined
  const path = safePath(name)
  const shown = JSON.stringify(name.slice(0, 120))
  if (path === undefined) {
    throw new RefusalError(
      `${archive} holds ${shown}, which is no name that a file of a dataset can have; pack it again without.`,
    )
  }
  if (!belongsToDataset(path)) return undefined
  if (!entry.isEncrypted()) return path
  throw new RefusalError(`${archive} is encrypted (${shown}); pack it again without a password.`)
}

const unicodePath = 0x7075

/** Archives made in China name their files in GB18030 without saying so. */
function nameOf({ fileName, fileNameRaw, extraFields }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw)
  } catch {
    const told = extraFields.some(({ id }) => id === unicodePath)
    return told ? fileName : new TextDecoder('gb18030').decode(fileNameRaw)
  }
}

function isOfTheDisk(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
}
