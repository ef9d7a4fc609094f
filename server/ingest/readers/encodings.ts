import type { encodings } from '../../domain/file-reading.ts'
import { byteOrderOf } from './byte-order.ts'
import { bytesOf } from './bytes.ts'
import { readsAsChinese } from './chinese-bytes.ts'

/** How text stands in bytes. */
export type Encoding = (typeof encodings)[number]

/** The file's bytes are not text of its encoding: in the middle, or because it ends inside a character. */
export class DecodeError extends Error {
  override name = 'DecodeError'
  readonly atEnd: boolean

  constructor(encoding: string, options: { atEnd: boolean; cause?: unknown }) {
    super(`not ${encoding}`, { cause: options.cause })
    this.atEnd = options.atEnd
  }
}

/** So much text beyond ASCII that reads as UTF-8 is no accident: bytes that do not are damage, not another encoding. */
const surelyUtf8 = 10

/**
 * The encoding of a file, from at most its first `limitBytes`: a byte order mark decides; text of which the high or the low bytes are often zero is UTF-16;
 * what is valid UTF-8 is UTF-8, a character cut off at the end included; what reads as Chinese in GB18030 is that. Throws a {@link DecodeError} for anything
 * else: a guess among the many encodings that fit any bytes would change names without anybody noticing.
 */
export async function detectEncoding(
  path: string,
  limitBytes = Number.POSITIVE_INFINITY,
): Promise<Encoding> {
  const marked = await markOf(path, limitBytes)
  if (marked !== undefined) return marked
  if (await isUtf8(path, limitBytes)) return 'utf-8'
  if (await readsAsChinese(bytesOf(path, limitBytes))) return 'gb18030'
  throw new DecodeError('text of a known encoding', { atEnd: false })
}

/** Whether the bytes are UTF-8, a character cut off at the end and damage in long text included. */
async function isUtf8(path: string, limitBytes: number): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let beyondAscii = 0
  try {
    for await (const chunk of bytesOf(path, limitBytes)) {
      if (beyondAscii < surelyUtf8) {
        beyondAscii += countBeyondAscii(decoder.decode(chunk, { stream: true }))
      } else return true
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return surelyUtf8 <= beyondAscii
  }
  return true
}

async function markOf(path: string, limitBytes: number): Promise<Encoding | undefined> {
  for await (const chunk of bytesOf(path, limitBytes)) return byteOrderOf(chunk)
  return undefined
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

function countBeyondAscii(text: string): number {
  return text.match(/[^\p{ASCII}]/gu)?.length ?? 0
}
