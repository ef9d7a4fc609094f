import type { Sha256 } from './units.ts'

/** Hashes that can be asked for. */
export interface Hashes {
  has(hash: Sha256): boolean
}

/** Slots at first; twice as many whenever half of them are taken. */
const slotsAtFirst = 1_024

/** Numbers of 32 bits that are kept of a hash: by 128 bits, no two of all the records in the world are taken for one another. */
const width = 4

/** Hashes with the number of each: 1 for the one that was added first. */
export interface HashSet extends Hashes {
  add(hash: Sha256): void
  /** Undefined for a hash that was not added. */
  numberOf(hash: Sha256): number | undefined
}

/** A set of hashes in 40 to 80 bytes each, a third of what a set of texts takes: a load keeps one for every row of its file. */
export function hashSet(): HashSet {
  let slots = slotsAtFirst
  let kept = new Int32Array(slots * width)
  /** None stands in a slot that is free. */
  let numbers = new Int32Array(slots)
  let size = 0
  const asked = new Int32Array(width)
  /** The slot of the hash in `asked`, or the free one where it belongs. */
  const slotOf = () => {
    let slot = (asked[0] ?? 0) & (slots - 1)
    while (numbers[slot] !== 0 && !standsAt(kept, slot, asked)) slot = (slot + 1) & (slots - 1)
    return slot
  }
  const numberOf = (hash: Sha256) => {
    read(hash, asked)
    return numbers[slotOf()] || undefined
  }
  const keep = (number: number) => {
    const slot = slotOf()
    kept.set(asked, slot * width)
    numbers[slot] = number
  }
  const grow = () => {
    const [before, given] = [kept, numbers]
    slots *= 2
    kept = new Int32Array(slots * width)
    numbers = new Int32Array(slots)
    for (let slot = 0; slot < given.length; slot += 1) {
      const number = given[slot] ?? 0
      if (number === 0) continue
      asked.set(before.subarray(slot * width, (slot + 1) * width))
      keep(number)
    }
  }
  return {
    numberOf,
    has: (hash) => numberOf(hash) !== undefined,
    add(hash) {
      if (slots <= 2 * size) grow()
      if (numberOf(hash) !== undefined) return
      size += 1
      keep(size)
    },
  }
}

function standsAt(kept: Int32Array, slot: number, asked: Int32Array): boolean {
  const at = slot * width
  return (
    kept[at] === asked[0] &&
    kept[at + 1] === asked[1] &&
    kept[at + 2] === asked[2] &&
    kept[at + 3] === asked[3]
  )
}

/** Hexadecimal digits of a number of 32 bits. */
const digits = 8

function read(hash: Sha256, into: Int32Array): void {
  for (let at = 0; at < width; at += 1) {
    into[at] = Number.parseInt(hash.slice(at * digits, (at + 1) * digits), 16) | 0
  }
}
