import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { compareText } from '../../domain/canonical.ts'
import { Sha256 } from '../../domain/units.ts'
import type { FileSource, Files, KeptFile, Shelf } from '../files.ts'
import { cleanIncoming, settle, takeIn } from './take-in.ts'

/**
 * Files beside a database, each under its SHA-256: `evidence/ab/abcd…`, `leads/ab/abcd…`. A file is whole or not there, is never written to
 * again, and is found by nothing but its hash, so that no name that anybody gave ever becomes a path.
 */
export function openVault(folder: string): Files {
  const pathOf = (shelf: Shelf, sha256: Sha256) => {
    const hash = Sha256.parse(sha256)
    return join(folder, shelf, hash.slice(0, 2), hash)
  }
  return {
    async keepFile(shelf, bytes, { most }): Promise<KeptFile> {
      const incoming = join(folder, 'incoming')
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      await cleanIncoming(incoming)
      const { path, ...kept } = await takeIn(bytes, { incoming, most })
      await settle(path, pathOf(shelf, kept.sha256))
      return kept
    },
    async file(shelf, sha256): Promise<FileSource | undefined> {
      const path = pathOf(shelf, sha256)
      const found = await stat(path).catch(absent)
      if (found === undefined) return undefined
      return {
        size: found.size,
        chunks: () => createReadStream(path, { highWaterMark: 1_048_576 }),
      }
    },
    async *scanFiles(shelf) {
      const root = join(folder, shelf)
      for (const part of await namesIn(root)) {
        for (const name of await namesIn(join(root, part))) {
          const hash = Sha256.safeParse(name)
          if (hash.success && name.startsWith(part)) yield hash.data
        }
      }
    },
    async removeFile(shelf, sha256) {
      await rm(pathOf(shelf, sha256), { force: true })
    },
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(absent)
  return (names ?? []).toSorted(compareText)
}

function absent(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  throw error
}
