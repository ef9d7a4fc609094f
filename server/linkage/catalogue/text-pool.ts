import { grown } from '../../domain/columns/growing.ts'
import { largeBytes, largeCopy, largeIntegers } from '../../domain/columns/large-arrays.ts'
import { at } from '../key-column.ts'
import { hashTable } from './hash-table.ts'
import { hashText } from './hash-text.ts'

/** Distinct texts in one block of bytes: a million of them cost what their letters cost, and no object each. */
export interface TextPool {
  /** UTF-8. Text c is bytes[starts[c]] … bytes[starts[c + 1] − 1]. */
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  /** {@link hashText} of every text. */
  readonly hashes: Float64Array
}

export interface TextPoolBuilder {
  /** The code of a text: texts are numbered as they come, which no answer may depend on. */
  codeOf(text: string): number
  taken(): TextPool
}

export function textPoolBuilder(): TextPoolBuilder {
  const table = hashTable()
  const encoder = new TextEncoder()
  let starts = largeIntegers(1024)
  let bytes = largeBytes(4096)
  let filled = 0
  let end = 0
  /** Whether the text just written behind the others is one of them. */
  const isWritten = (code: number) => {
    const from = at(starts, code)
    if (at(starts, code + 1) - from !== end - filled) return false
    for (let i = filled; i < end; i++) {
      if (bytes[i] !== bytes[from + i - filled]) return false
    }
    return true
  }
  return {
    codeOf(text) {
      bytes = grown(bytes, filled + 3 * text.length)
      end = filled + encoder.encodeInto(text, bytes.subarray(filled)).written
      const known = table.size
      const code = table.idOf(hashText(text), isWritten)
      if (code < known) return code
      starts = grown(starts, code + 2)
      starts[code + 1] = end
      filled = end
      return code
    },
    taken: () => ({
      bytes: largeCopy(bytes.subarray(0, filled)),
      starts: largeCopy(starts.subarray(0, table.size + 1)),
      hashes: table.hashes(),
    }),
  }
}

/** The text of a code. */
export function textOf({ bytes, starts }: TextPool, code: number): string {
  return decoder.decode(bytes.subarray(at(starts, code), at(starts, code + 1)))
}

/** A byte order mark at the beginning of a text is part of it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
