import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { growingNumbers } from '../domain/columns/growing.ts'
import type { TextBlocks } from '../domain/columns/text-blocks.ts'
import { FailureError } from '../domain/failure.ts'
import type { StorePlace } from './aside/listings-aside.ts'

/** Texts in a file without a name, which is gone with whoever opened it, however that ends. */
export interface TextFile extends TextBlocks, Disposable {}

/** Beside a store that lies in a folder, as what a system keeps for a while may lie in memory. */
export function folderFor(place: StorePlace | undefined): string {
  const isFolder = place !== undefined && !place.address.includes('://')
  return isFolder ? place.address : tmpdir()
}

/** Bytes that are written at once. */
const bytesAtOnce = 1 << 20
/** UTF-8 takes at most three bytes for a unit of UTF-16. */
const bytesPerUnit = 3

/** Opens a file in the folder when the first text comes; what the system has read or written of it lies in memory that it can do without. */
export function textFile(folder: string): TextFile {
  const ends = growingNumbers()
  let file: number | undefined
  let waiting = Buffer.alloc(0)
  let [written, filled] = [0, 0]
  const flush = () => {
    file = taken(() => {
      const own = file ?? openNameless(folder)
      writeAll(own, waiting.subarray(0, filled), written)
      return own
    })
    written += filled
    filled = 0
  }
  return {
    add(text) {
      const most = bytesPerUnit * text.length
      if (waiting.length < filled + most) {
        flush()
        if (waiting.length < most) waiting = Buffer.allocUnsafe(Math.max(bytesAtOnce, most))
      }
      filled += waiting.write(text, filled, 'utf8')
      ends.push(written + filled)
      return ends.length - 1
    },
    textAt(place) {
      const start = place === 0 ? 0 : ends.at(place - 1)
      const end = ends.at(place)
      if (written <= start) return waiting.toString('utf8', start - written, end - written)
      return readText(file as number, start, end)
    },
    [Symbol.dispose]() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}

/** What the disk takes; throws a FailureError where it does not. */
function taken<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw new FailureError(
      `The disk did not take the reasons of links, which lie there until the run is published (${cause instanceof Error ? cause.message : cause}); free some space and start again.`,
      { cause },
    )
  }
}

function writeAll(file: number, bytes: Buffer, place: number): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(file, bytes, at, bytes.length - at, place + at)
}

function openNameless(folder: string): number {
  const path = join(folder, `texts-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  return file
}

function readText(file: number, start: number, end: number): string {
  const bytes = Buffer.allocUnsafe(end - start)
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, start + at)
    if (read === 0) throw new Error(`a text ends at byte ${start + at} instead of ${end}`)
    at += read
  }
  return bytes.toString('utf8')
}
