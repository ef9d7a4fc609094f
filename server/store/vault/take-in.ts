import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Sha512 } from '../../domain/evidence/evidence-file.ts'
import { headBytes } from '../../domain/evidence/format-of.ts'
import { FailureError, RefusalError } from '../../domain/failure.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { KeptFile } from '../files.ts'

interface TakingIn {
  /** Where a file lies until it is whole; on the same file system as its place. */
  readonly incoming: string
  /** In bytes. */
  readonly most: number
}

/** Writes bytes as they come to a file of their own that survives a power cut, and hashes them on the way. */
export async function takeIn(
  bytes: AsyncIterable<Uint8Array>,
  { incoming, most }: TakingIn,
): Promise<KeptFile & { readonly path: string }> {
  const path = join(incoming, randomUUID())
  const handle = await open(path, 'wx', 0o400)
  const taking = hashing(most)
  try {
    for await (const chunk of taking.pass(bytes)) await handle.appendFile(chunk)
    await handle.sync()
    await handle.close()
    return { path, ...taking.taken() }
  } catch (cause) {
    await handle.close().catch(() => undefined)
    await rm(path, { force: true })
    throw whyNot(cause)
  }
}

/** Puts a whole file at its place in one step; the same bytes may already stand there. */
export async function settle(path: string, place: string): Promise<void> {
  const folder = dirname(place)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(path, place)
  // A name in a folder survives a power cut only when the folder does; the one above may be new too.
  for (const one of [folder, dirname(folder)]) await syncFolder(one)
}

const oneDayMs = 86_400_000

/** Takes away what a process left half written that has been gone for a day. */
export async function cleanIncoming(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && found.mtimeMs + oneDayMs < Date.now())
      await rm(path, { force: true })
  }
}

function hashing(most: number) {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')]
  const head: Uint8Array[] = []
  let size = 0
  return {
    async *pass(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        if (size < headBytes) head.push(chunk.slice(0, headBytes - size))
        size += chunk.byteLength
        if (most < size) {
          throw new RefusalError(
            `The file is longer than ${most} bytes, which is the most that one may have; divide it, or keep it elsewhere and hand in its hash.`,
          )
        }
        sha256.update(chunk)
        sha512.update(chunk)
        yield chunk
      }
    },
    taken: (): KeptFile => ({
      sha256: sha256.digest('hex') as Sha256,
      sha512: sha512.digest('hex') as Sha512,
      size,
      head: new Uint8Array(Buffer.concat(head)),
    }),
  }
}

async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch {
    // Some systems open no folder as a file; there the name is as safe as the system makes it.
  } finally {
    await handle?.close()
  }
}

function whyNot(cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new FailureError(
      'There is no room left on the disk of the store, so nothing was kept; make some first.',
      { cause },
    )
  }
  return cause
}
