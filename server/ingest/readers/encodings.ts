import { createReadStream } from 'node:fs'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** The file's bytes are not text of its encoding: in the middle, or because it ends inside a character. */
export class DecodeError extends Error {
  override name = 'DecodeError'
  readonly atEnd: boolean

  constructor(encoding: Encoding, options: { atEnd: boolean; cause: unknown }) {
    super(`not ${encoding}`, { cause: options.cause })
    this.atEnd = options.atEnd
  }
}

const marks: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** So much text beyond ASCII that reads as UTF-8 is no accident: bytes that do not are damage, not another encoding. */
const surelyUtf8 = 10

const chunkBytes = 256 * 1024

/**
 * The encoding of a file, from at most its first `limitBytes`: a byte order mark decides; text whose first character is one byte and
 * a zero is UTF-16; what is valid UTF-8 is UTF-8, a character cut off at the end included; anything else is GB18030.
 */
export async function detectEncoding(
  path: string,
  limitBytes = Number.POSITIVE_INFINITY,
): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let beyondAscii = 0
  let first = true
  for await (const chunk of bytesOf(path, limitBytes)) {
    const marked = first ? markOf(chunk) : undefined
    if (marked !== undefined) return marked
    first = false
    try {
      beyondAscii += countBeyondAscii(decoder.decode(chunk, { stream: true }))
    } catch {
      return surelyUtf8 <= beyondAscii ? 'utf-8' : 'gb18030'
    }
  }
  return 'utf-8'
}

/** The text of a file in pieces, without its byte order mark; throws a {@link DecodeError} at bytes that are none. */
export async function* decodeFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of bytesOf(path)) {
    yield decode(() => decoder.decode(chunk, { stream: true }), encoding, false)
  }
  yield decode(() => decoder.decode(), encoding, true)
}

function decode(read: () => string, encoding: Encoding, atEnd: boolean): string {
  try {
    return read()
  } catch (cause) {
    throw new DecodeError(encoding, { atEnd, cause })
  }
}

function bytesOf(path: string, limitBytes = Number.POSITIVE_INFINITY): AsyncIterable<Uint8Array> {
  const limit = Number.isFinite(limitBytes) ? { end: limitBytes - 1 } : {}
  return createReadStream(path, { highWaterMark: chunkBytes, ...limit })
}

function markOf(chunk: Uint8Array): Encoding | undefined {
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => chunk[at] === byte))
  if (mark !== undefined) return mark.encoding
  if (chunk.length < 2) return undefined
  if (chunk[1] === 0 && chunk[0] !== 0) return 'utf-16le'
  return chunk[0] === 0 && chunk[1] !== 0 ? 'utf-16be' : undefined
}

function countBeyondAscii(text: string): number {
  return text.match(/[^\p{ASCII}]/gu)?.length ?? 0
}
