import { largeIntegers } from '../../domain/columns/large-arrays.ts'

/** One text of every record, as numbers: equal texts have equal codes. */
export interface TextColumn {
  /** By record: index in `values`, or −1 where it has none. */
  readonly codes: Int32Array
  /** Distinct texts, in order of first appearance; nothing that is computed from codes depends on their order. */
  readonly values: readonly string[]
  /** How many records hold a text, by code. */
  readonly holders: Int32Array
}

/** Gives every distinct text a code; an empty text counts as none. */
export function textColumn(texts: readonly (string | undefined)[]): TextColumn {
  const values: string[] = []
  const codes = largeIntegers(texts.length).fill(-1)
  const slots = slotsFor(texts.length)
  for (let record = 0; record < texts.length; record++) {
    const text = texts[record]
    if (text === undefined || text === '') continue
    const slot = slotOf(text, slots, values)
    if ((slots[slot] as number) < 0) {
      slots[slot] = values.length
      values.push(text)
    }
    codes[record] = slots[slot] as number
  }
  return { codes, values, holders: holdersOf(codes, values.length) }
}

/** How many entries each of the first `distinct` codes has; −1 is nobody's. */
export function holdersOf(codes: Int32Array, distinct: number): Int32Array {
  const holders = largeIntegers(distinct)
  for (let place = 0; place < codes.length; place++) {
    const code = codes[place] as number
    if (0 <= code) holders[code] = (holders[code] as number) + 1
  }
  return holders
}

/** An open-addressing table of codes, at most half full: a map of a million strings takes three times as long and grows by copying. */
function slotsFor(texts: number): Int32Array {
  let size = 16
  while (size < 2 * texts) size *= 2
  return largeIntegers(size).fill(-1)
}

/** Where the text is, or where it belongs. */
function slotOf(text: string, slots: Int32Array, values: readonly string[]): number {
  const mask = slots.length - 1
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  let slot = (hash ^ (hash >>> 15)) & mask
  for (;;) {
    const code = slots[slot] as number
    if (code < 0 || values[code] === text) return slot
    slot = (slot + 1) & mask
  }
}
