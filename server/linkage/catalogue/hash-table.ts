import { grown } from '../../domain/columns/growing.ts'
import { largeCopy, largeIntegers, largeNumbers } from '../../domain/columns/large-arrays.ts'

/** Numbers hashes from 0 in the order in which they come: open addressing, 16 to 32 bytes a hash and no object for any. */
export interface HashTable {
  readonly size: number
  /** The number of a hash, a new one when it has none; among equal hashes the first of which `isSame` holds. */
  idOf(hash: number, isSame?: (id: number) => boolean): number
  /** By number. */
  hashes(): Float64Array
}

export function hashTable(): HashTable {
  let slots = largeIntegers(2048).fill(-1)
  let hashes = largeNumbers(1024)
  let size = 0
  const place = (hash: number) => {
    const mask = slots.length - 1
    let slot = hash & mask
    while (0 <= (slots[slot] as number)) slot = (slot + 1) & mask
    return slot
  }
  const widen = () => {
    slots = largeIntegers(2 * slots.length).fill(-1)
    for (let id = 0; id < size; id++) slots[place(hashes[id] as number)] = id
  }
  return {
    get size() {
      return size
    },
    idOf(hash, isSame) {
      const mask = slots.length - 1
      let slot = hash & mask
      for (let id = slots[slot] as number; 0 <= id; id = slots[slot] as number) {
        if (hashes[id] === hash && isSame?.(id) !== false) return id
        slot = (slot + 1) & mask
      }
      if (size === hashes.length) hashes = grown(hashes, size + 1)
      hashes[size] = hash
      slots[slot] = size
      size += 1
      if (slots.length < 2 * size) widen()
      return size - 1
    },
    hashes: () => largeCopy(hashes.subarray(0, size)),
  }
}
