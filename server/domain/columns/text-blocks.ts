import { growingIntegers } from './growing.ts'
import { largeBytes } from './large-arrays.ts'

/** Texts one behind the other in blocks of bytes beside the heap: millions of them cost what their letters cost, and the garbage collector has none to look at. */
export interface TextBlocks {
  /** The place of the text, counted from 0; it must not have halves of surrogate pairs, which UTF-8 cannot tell. */
  add(text: string): number
  /** The text at a place. */
  textAt(place: number): string
}

/** Bytes of a block; the first ones are smaller, as most stores are. */
const blockSize = 1 << 20
const firstBlock = 1 << 14
/** UTF-8 takes at most three bytes for a unit of UTF-16. */
const bytesPerUnit = 3

export function textBlocks(): TextBlocks {
  const blocks: Buffer[] = []
  const [blockOf, starts, ends] = [growingIntegers(), growingIntegers(), growingIntegers()]
  let filled = 0
  const roomFor = (bytes: number) => {
    const last = blocks.at(-1)
    if (last !== undefined && filled + bytes <= last.length) return last
    const size = Math.min(blockSize, firstBlock * 2 ** blocks.length)
    const { buffer } = largeBytes(Math.max(size, bytes))
    const block = Buffer.from(buffer)
    blocks.push(block)
    filled = 0
    return block
  }
  return {
    add(text) {
      const block = roomFor(bytesPerUnit * text.length)
      const end = filled + block.write(text, filled, 'utf8')
      blockOf.push(blocks.length - 1)
      starts.push(filled)
      ends.push(end)
      filled = end
      return starts.length - 1
    },
    textAt: (place) =>
      (blocks[blockOf.at(place)] as Buffer).toString('utf8', starts.at(place), ends.at(place)),
  }
}
