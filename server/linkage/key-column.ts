import { growingIntegers } from './catalogue/growing.ts'

/** Which keys every shop has, as numbers. */
export interface HeldKeys {
  /** Keys of shop i: codes[starts[i]] … codes[starts[i + 1] − 1], ascending. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  /** Distinct shops that have a key, by code. */
  readonly holders: Int32Array
}

/** Keys that at least two shops have; those held by one shop alone are left out, as they join nobody. */
export interface KeyColumn extends HeldKeys {
  /** By code. */
  readonly texts: readonly string[]
  /** How many keys were left out because one shop alone has them. */
  readonly alone: number
}

/** Gives every key that at least two shops have a number, in order of first appearance. */
export function keyColumn(keysOfShop: readonly (readonly string[])[]): KeyColumn {
  const { first, ids, counts, idOf } = internKeys(keysOfShop)
  const texts: string[] = []
  const codeOf = new Int32Array(counts.length).fill(-1)
  for (const [text, id] of idOf) {
    if (counts[id] === 1) continue
    codeOf[id] = texts.length
    texts.push(text)
  }
  const holders = new Int32Array(texts.length)
  const starts = new Int32Array(keysOfShop.length + 1)
  const codes = new Int32Array(ids.length)
  let length = 0
  for (let shop = 0; shop < keysOfShop.length; shop++) {
    const from = length
    for (let i = at(first, shop); i < at(first, shop + 1); i++) {
      const code = at(codeOf, at(ids, i))
      if (code < 0) continue
      holders[code] = at(holders, code) + 1
      codes[length++] = code
    }
    if (1 < length - from) codes.subarray(from, length).sort()
    starts[shop + 1] = length
  }
  return {
    starts,
    codes: codes.slice(0, length),
    texts,
    holders,
    alone: counts.length - texts.length,
  }
}

/** The other way round: shops of key c are shops[starts[c]] … shops[starts[c + 1] − 1], ascending. */
export function postingsOf(column: HeldKeys): { starts: Int32Array; shops: Int32Array } {
  const starts = new Int32Array(column.holders.length + 1)
  for (const [code, holders] of column.holders.entries())
    starts[code + 1] = at(starts, code) + holders
  const next = starts.slice()
  const shops = new Int32Array(column.codes.length)
  for (let shop = 0; shop + 1 < column.starts.length; shop++) {
    for (let k = at(column.starts, shop); k < at(column.starts, shop + 1); k++) {
      const code = at(column.codes, k)
      const slot = at(next, code)
      shops[slot] = shop
      next[code] = slot + 1
    }
  }
  return { starts, shops }
}

/** A number of a typed array whose index is known to be inside it. */
export function at(numbers: Int32Array | Float64Array | Uint8Array, index: number): number {
  return numbers[index] as number
}

/** One number for each key, and how many shops have it; a key that a shop has twice counts once. */
function internKeys(keysOfShop: readonly (readonly string[])[]) {
  const idOf = new Map<string, number>()
  const counts: number[] = []
  const lastShop: number[] = []
  const ids = growingIntegers()
  const first = new Int32Array(keysOfShop.length + 1)
  for (const [shop, keys] of keysOfShop.entries()) {
    for (const key of keys) {
      const id = idOf.get(key) ?? counts.length
      if (id === counts.length) {
        idOf.set(key, id)
        counts.push(0)
      }
      if (lastShop[id] === shop) continue
      lastShop[id] = shop
      counts[id] = (counts[id] ?? 0) + 1
      ids.push(id)
    }
    first[shop + 1] = ids.length
  }
  return { idOf, counts, ids: ids.taken(), first }
}
