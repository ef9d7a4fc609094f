import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

import { inflationLimit, inflationRefusal } from './inflation.ts'
import { BrokenFileError } from './raw-row.ts'

const chunkBytes = 256 * 1024

/**
 * The bytes of a file, unpacked where it is gzip, in pieces and at most the first `limitBytes`. Throws a {@link BrokenFileError} where a packed file ends too
 * soon or is damaged, and a RefusalError where it unpacks to more than an honest one does.
 */
export async function* bytesOf(
  path: string,
  limitBytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  let left = limitBytes
  for await (const chunk of (await isGzip(path)) ? unpacked(path) : plain(path, limitBytes)) {
    yield left < chunk.length ? chunk.subarray(0, left) : chunk
    left -= chunk.length
    if (left <= 0) return
  }
}

/** Whether a file begins as gzip does; no text does. */
export async function isGzip(path: string): Promise<boolean> {
  const [first, second, method] = await beginningOf(path, 3)
  return first === 0x1f && second === 0x8b && method === 8
}

async function beginningOf(path: string, length: number): Promise<Uint8Array> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
  return buffer.subarray(0, bytesRead)
}

function plain(path: string, limitBytes: number): AsyncIterable<Uint8Array> {
  const limit = Number.isFinite(limitBytes) ? { end: limitBytes - 1 } : {}
  return createReadStream(path, { highWaterMark: chunkBytes, ...limit })
}

async function* unpacked(path: string): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: chunkBytes })
  const gunzip = createGunzip({ chunkSize: chunkBytes })
  // Errors of either come out of the iteration below.
  pipeline(source, gunzip, () => undefined)
  const packed = await sizeOf(path)
  let bytes = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      if (inflationLimit(packed) < bytes) throw inflationRefusal(basename(path), packed)
      yield chunk
    }
  } catch (error) {
    throw isOfPacking(error) ? new BrokenFileError(0, 'cannot be unpacked to its end') : error
  } finally {
    source.destroy()
  }
}

async function sizeOf(path: string): Promise<number> {
  await using file = await open(path)
  return (await file.stat()).size
}

function isOfPacking(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
}
