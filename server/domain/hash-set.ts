import type { Sha256 } from './units.ts'

/** Hashes that can be asked for. */
export interface Hashes {
  has(hash: Sha256): boolean
}

/** Slots at first; twice as many whenever half of them are taken. */
const slotsAtFirst = 1_024

/** Numbers of 32 bits that are kept of a hash: by 128 bits, no two of all the records in the world are taken for one another. */
const width = 4

/** A set of hashes in 32 to 64 bytes each, a quarter of what a set of texts takes: a load keeps one for every row of its file. */
export function hashSet(): Hashes & { add(hash: Sha256): void } {
  let slots = slotsAtFirst
  let kept = new Int32Array(slots * width)
  let taken = new Uint8Array(slots)
  let size = 0
  const asked = new Int32Array(width)
  /** The slot of the hash in `asked`, or the free one where it belongs. */
  const slotOf = () => {
    let slot = (asked[0] ?? 0) & (slots - 1)
    while (taken[slot] === 1 && !standsAt(kept, slot, asked)) slot = (slot + 1) & (slots - 1)
    return slot
  }
  const keep = () => {
    const slot = slotOf()
    if (taken[slot] === 1) return
    kept.set(asked, slot * width)
    taken[slot] = 1
    size += 1
  }
  const grow = () => {
    const [before, wasTaken] = [kept, taken]
    slots *= 2
    kept = new Int32Array(slots * width)
    taken = new Uint8Array(slots)
    size = 0
    for (let slot = 0; slot < wasTaken.length; slot += 1) {
      if (wasTaken[slot] !== 1) continue
      asked.set(before.subarray(slot * width, (slot + 1) * width))
      keep()
    }
  }
  return {
    has(hash) {
      read(hash, asked)
      return taken[slotOf()] === 1
    },
    add(hash) {
      if (slots <= 2 * size) grow()
      read(hash, asked)
      keep()
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
