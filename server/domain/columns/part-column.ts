import { growingIntegers } from './growing.ts'
import { textBlocks } from './text-blocks.ts'

/** One part of many things, as JSON beside the heap. What many things have alike, such as no properties at all, is kept once, frozen. */
export interface PartColumn<Part> {
  /** Adds the part of the next thing. */
  add(part: Part): void
  /** Equal to what was added at the place. */
  at(place: number): Part
}

/** Longer ones are rarely alike. */
const longestAlike = 48
/** So many are enough for what comes often; after them everything is a thing's own. */
const mostAlike = 4_096

export function partColumn<Part>(): PartColumn<Part> {
  const alike: Part[] = []
  const known = new Map<string, number>()
  const own = textBlocks()
  // By place: of what is alike its number, of the others −1 − the place of the text.
  const codes = growingIntegers()
  const codeOf = (text: string) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (longestAlike < text.length || known.size === mostAlike) return -1 - own.add(text)
    known.set(text, alike.length)
    return alike.push(JSON.parse(text, frozen) as Part) - 1
  }
  // Whoever asks for one part of a thing often asks for it again.
  let last = -1
  let part: Part
  return {
    add: (added) => codes.push(codeOf(JSON.stringify(added))),
    at(place) {
      const code = codes.at(place)
      if (0 <= code) return alike[code] as Part
      if (place !== last) {
        part = JSON.parse(own.textAt(-1 - code)) as Part
        last = place
      }
      return part
    },
  }
}

/** One for many things: who changed it would change what others say. */
function frozen(_key: string, value: unknown): unknown {
  return Object.freeze(value)
}
