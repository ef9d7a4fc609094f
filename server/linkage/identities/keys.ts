import { largeCopy, largeIntegers } from '../../domain/columns/large-arrays.ts'
import { holdersOf } from '../kernels/text-column.ts'

/** The keys of every record, as numbers: records that share one are worth comparing. */
export interface Keys {
  /** Keys of record r: codes[starts[r]] … codes[starts[r + 1] − 1], ascending, each once. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  readonly distinct: number
}

/** A key column of one code a record; −1 is no key. */
export function singleKeys(code: Int32Array, distinct: number): Keys {
  const starts = largeIntegers(code.length + 1)
  const codes = largeIntegers(code.length)
  let count = 0
  for (let record = 0; record < code.length; record++) {
    const own = code[record] as number
    if (0 <= own) codes[count++] = own
    starts[record + 1] = count
  }
  return { starts, codes: largeCopy(codes.subarray(0, count)), distinct }
}

/** The keys of each record that come with its value: `ofValue` holds the keys of each distinct value. */
export function keysOfValues(code: Int32Array, ofValue: Keys): Keys {
  const starts = largeIntegers(code.length + 1)
  for (let record = 0; record < code.length; record++) {
    const own = code[record] as number
    const count =
      own < 0 ? 0 : (ofValue.starts[own + 1] as number) - (ofValue.starts[own] as number)
    starts[record + 1] = (starts[record] as number) + count
  }
  const codes = largeIntegers(starts[code.length] as number)
  for (let record = 0; record < code.length; record++) {
    const own = code[record] as number
    if (own < 0) continue
    const keys = ofValue.codes.subarray(ofValue.starts[own], ofValue.starts[own + 1])
    codes.set(keys, starts[record])
  }
  return { starts, codes, distinct: ofValue.distinct }
}

/** A number for every distinct key of every text; texts without keys have an empty list. */
export function keysOfTexts(
  texts: readonly string[],
  keysOf: (text: string) => readonly string[],
): Keys {
  const codeOf = new Map<string, number>()
  const starts = largeIntegers(texts.length + 1)
  const codes: number[] = []
  for (const [place, text] of texts.entries()) {
    const own = new Set<number>()
    for (const key of keysOf(text)) {
      const code = codeOf.get(key) ?? codeOf.size
      if (code === codeOf.size) codeOf.set(key, code)
      own.add(code)
    }
    for (const code of [...own].sort((a, b) => a - b)) codes.push(code)
    starts[place + 1] = codes.length
  }
  return { starts, codes: Int32Array.from(codes), distinct: codeOf.size }
}

/** The keys that more than one record has: no combination with another joins what they do not. */
export function sharedKeys(keys: Keys): Keys {
  const holders = holdersOf(keys.codes, keys.distinct)
  const starts = largeIntegers(keys.starts.length)
  const codes = largeIntegers(keys.codes.length)
  let count = 0
  for (let record = 0; record + 1 < starts.length; record++) {
    for (let k = keys.starts[record] as number; k < (keys.starts[record + 1] as number); k++) {
      const code = keys.codes[k] as number
      if (1 < (holders[code] as number)) codes[count++] = code
    }
    starts[record + 1] = count
  }
  return { starts, codes: largeCopy(codes.subarray(0, count)), distinct: keys.distinct }
}

/** Every combination of a key of one column with a key of the other, of one record. */
export function pairedKeys(first: Keys, second: Keys): Keys {
  const records = first.starts.length - 1
  const starts = largeIntegers(records + 1)
  for (let record = 0; record < records; record++) {
    const count = listLength(first, record) * listLength(second, record)
    starts[record + 1] = (starts[record] as number) + count
  }
  const codes = largeIntegers(starts[records] as number)
  const numbers = pairNumbers(codes.length)
  for (let record = 0; record < records; record++) {
    let place = starts[record] as number
    for (let i = first.starts[record] as number; i < (first.starts[record + 1] as number); i++) {
      for (let j = second.starts[record] as number; j < (second.starts[record + 1] as number); j++)
        codes[place++] = numbers.of(first.codes[i] as number, second.codes[j] as number)
    }
    codes.subarray(starts[record], place).sort()
  }
  return { starts, codes, distinct: numbers.count() }
}

function listLength(keys: Keys, record: number): number {
  return (keys.starts[record + 1] as number) - (keys.starts[record] as number)
}

/** Numbers for pairs of numbers, in order of first appearance: open addressing, as a map of numbers would cost four times as much. */
function pairNumbers(most: number) {
  let slots = 1024
  while (slots < 2 * most) slots *= 2
  const mask = slots - 1
  const firsts = largeIntegers(slots).fill(-1)
  const seconds = largeIntegers(slots)
  const number = largeIntegers(slots)
  let count = 0
  const of = (a: number, b: number) => {
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
    let slot = (mixed ^ (mixed >>> 15)) & mask
    while (firsts[slot] !== -1 && (firsts[slot] !== a || seconds[slot] !== b))
      slot = (slot + 1) & mask
    if (firsts[slot] === -1) {
      firsts[slot] = a
      seconds[slot] = b
      number[slot] = count++
    }
    return number[slot] as number
  }
  return { of, count: () => count }
}
