import { growingIntegers, grown } from '../domain/columns/growing.ts'
import { largeCopy, largeIntegers } from '../domain/columns/large-arrays.ts'
import { hashTable } from './catalogue/hash-table.ts'
import { hashText } from './catalogue/hash-text.ts'

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
  const builder = keyColumnBuilder(keysOfShop.length)
  for (const keys of keysOfShop) {
    for (const key of keys) builder.meet(key)
    builder.nextShop()
  }
  return builder.taken()
}

/** A column of keys that come shop by shop. */
export interface KeyColumnBuilder {
  /** One more key of the shop whose turn it is; what a shop has twice counts once. */
  meet(key: string): void
  nextShop(): void
  taken(): KeyColumn
}

/** Takes keys as they are made, as those of all shops together take more memory than the column. */
export function keyColumnBuilder(shops: number): KeyColumnBuilder {
  const { idOf, texts } = interner()
  const gathered = gathering(shops)
  return {
    meet: (key) => gathered.meet(idOf(key)),
    nextShop: () => gathered.nextShop(),
    taken() {
      const { codeOf, ...held } = codedKeys(shops, gathered.taken())
      const kept: string[] = []
      for (const [id, text] of texts.entries()) if (0 <= at(codeOf, id)) kept.push(text)
      return { ...held, texts: kept, alone: texts.length - kept.length }
    },
  }
}

/** Calls `meet` with the number of every key of a shop; what a shop has twice counts once. */
type KeysOfShop = (shop: number, meet: (id: number) => void) => void

/**
 * Keys numbered from 0 without a gap, in order of first appearance. `codeOf` tells the code of each number, −1 for a key that one shop alone has.
 */
export function heldKeys(
  shops: number,
  keysOf: KeysOfShop,
): HeldKeys & { readonly codeOf: Int32Array } {
  const gathered = gathering(shops)
  for (let shop = 0; shop < shops; shop++) {
    keysOf(shop, gathered.meet)
    gathered.nextShop()
  }
  return codedKeys(shops, gathered.taken())
}

function codedKeys(
  shops: number,
  { ids, first, counts }: Gathered,
): HeldKeys & { readonly codeOf: Int32Array } {
  const codeOf = largeIntegers(counts.length).fill(-1)
  let kept = 0
  for (let id = 0; id < counts.length; id++) if (1 < at(counts, id)) codeOf[id] = kept++
  const holders = largeIntegers(kept)
  const starts = largeIntegers(shops + 1)
  let length = 0
  for (let shop = 0; shop < shops; shop++) {
    const from = length
    for (let i = at(first, shop); i < at(first, shop + 1); i++) {
      const code = at(codeOf, at(ids, i))
      if (code < 0) continue
      holders[code] = at(holders, code) + 1
      ids[length++] = code
    }
    if (1 < length - from) ids.subarray(from, length).sort()
    starts[shop + 1] = length
  }
  return { starts, codes: largeCopy(ids.subarray(0, length)), holders, codeOf }
}

/** The other way round: shops of key c are shops[starts[c]] … shops[starts[c + 1] − 1], ascending. */
export function postingsOf(column: HeldKeys): { starts: Int32Array; shops: Int32Array } {
  const starts = largeIntegers(column.holders.length + 1)
  for (const [code, holders] of column.holders.entries())
    starts[code + 1] = at(starts, code) + holders
  const next = largeCopy(starts)
  const shops = largeIntegers(column.codes.length)
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

/** The keys of every shop in the order they come, and how many shops have each. */
interface Gathered {
  readonly ids: Int32Array
  readonly first: Int32Array
  readonly counts: Int32Array
}

/** Takes the numbers of keys shop by shop. */
function gathering(shops: number) {
  const ids = growingIntegers()
  const first = largeIntegers(shops + 1)
  let counts = largeIntegers(1024)
  let lastShop = largeIntegers(1024).fill(-1)
  let known = 0
  let shop = 0
  const meet = (id: number) => {
    if (id === counts.length) {
      counts = grown(counts, id + 1)
      lastShop = grown(lastShop, id + 1).fill(-1, id)
    }
    known = Math.max(known, id + 1)
    if (at(lastShop, id) === shop) return
    lastShop[id] = shop
    counts[id] = at(counts, id) + 1
    ids.push(id)
  }
  return {
    meet,
    nextShop() {
      shop += 1
      first[shop] = ids.length
    },
    taken: (): Gathered => ({ ids: ids.taken(), first, counts: counts.subarray(0, known) }),
  }
}

/** Numbers texts as they come. No Map, as a million shops have more one-letter variants of their names than a Map can hold. */
function interner() {
  const table = hashTable()
  const texts: string[] = []
  let wanted = ''
  const isWanted = (id: number) => texts[id] === wanted
  const idOf = (text: string) => {
    wanted = text
    const id = table.idOf(hashText(text), isWanted)
    if (id === texts.length) texts.push(text)
    return id
  }
  return { idOf, texts }
}
