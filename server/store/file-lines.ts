import { once } from 'node:events'
import { PassThrough } from 'node:stream'

import { FailureError } from '../domain/failure.ts'
import type { Sha256 } from '../domain/units.ts'
import type { DumpLine } from './dump-line.ts'
import type { FileSource, Files, Shelf } from './files.ts'

type FileLine = Extract<DumpLine, { line: 'file' }>

/** Bytes in one line: a multiple of three, so that no part needs padding. */
const partBytes = 786_432

/** A file as lines of a dump, part by part. */
export async function* fileLines(
  { chunks }: FileSource,
  of: { readonly shelf: Shelf; readonly sha256: Sha256 },
): AsyncGenerator<FileLine> {
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks()) {
    rest = Buffer.concat([rest, chunk])
    for (; partBytes < rest.byteLength; rest = rest.subarray(partBytes)) {
      yield { line: 'file', ...of, bytes: base64(rest.subarray(0, partBytes)), last: false }
    }
  }
  yield { line: 'file', ...of, bytes: base64(rest), last: true }
}

/** Puts files together again from such lines as they come. */
export function fileTaker(files: Files) {
  let open:
    | { readonly stream: PassThrough; readonly kept: ReturnType<Files['keepFile']> }
    | undefined
  return async ({ shelf, sha256, bytes, last }: FileLine): Promise<void> => {
    const { stream, kept } = open ?? begin(files, shelf)
    open = last ? undefined : { stream, kept }
    if (!stream.write(Buffer.from(bytes, 'base64')))
      await Promise.race([once(stream, 'drain'), kept])
    if (!last) return
    stream.end()
    if ((await kept).sha256 === sha256) return
    throw new FailureError(
      `The file ${sha256} is not whole in the dump, so nothing was restored; make the dump again.`,
    )
  }
}

function begin(files: Files, shelf: Shelf) {
  const stream = new PassThrough()
  const kept = files.keepFile(shelf, stream, { most: Number.MAX_SAFE_INTEGER })
  // Awaited when the file ends; a failure before that must not go unheard meanwhile.
  kept.catch(() => undefined)
  return { stream, kept }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64')
}
