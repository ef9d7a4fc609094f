import { largeCopy, largeIntegers, largeNumbers } from '../../domain/columns/large-arrays.ts'
import { holdersOf } from '../kernels/text-column.ts'
import type { Keys } from './keys.ts'

/** Pairs of records: `left[i]` < `right[i]`. */
export interface RecordPairs {
  readonly left: Int32Array
  readonly right: Int32Array
}

/** A rule of blocking: records that share one of these keys are compared. */
export interface BlockingRule {
  readonly keys: Keys
  /** A key that more records hold makes no pairs. */
  readonly mostHolders: number
}

/**
 * Every pair that some rule proposes, each exactly once and without a table of pairs seen: a pair is made by the first rule that has it,
 * at the first of the keys it shares there. Rule by rule, then key by key, ascending.
 *
 * @param budget most pairs of one rule; the bar on holders is lowered until its keys make no more
 */
export function blockRecords(rules: readonly BlockingRule[], budget: number): RecordPairs {
  const parts = rules.map((rule) => rareKeys(rule, budget))
  const lefts: Int32Array[] = []
  const rights: Int32Array[] = []
  for (const [place, own] of parts.entries()) {
    const { left, right } = pairsOf(own, parts.slice(0, place))
    lefts.push(left)
    rights.push(right)
  }
  return { left: concat(lefts), right: concat(rights) }
}

/** The keys of a rule that at least two records hold and no more than it allows. */
interface RareKeys extends Keys {
  /** Pairs, counting one that shares two keys twice. */
  readonly most: number
}

function rareKeys({ keys, mostHolders }: BlockingRule, budget: number): RareKeys {
  const holders = holdersOf(keys.codes, keys.distinct)
  const { cap, most } = capWithin(holders, mostHolders, budget)
  const starts = largeIntegers(keys.starts.length)
  const codes = largeIntegers(keys.codes.length)
  let count = 0
  for (let record = 0; record + 1 < starts.length; record++) {
    for (let k = keys.starts[record] as number; k < (keys.starts[record + 1] as number); k++) {
      const code = keys.codes[k] as number
      const own = holders[code] as number
      if (2 <= own && own <= cap) codes[count++] = code
    }
    starts[record + 1] = count
  }
  return { starts, codes: largeCopy(codes.subarray(0, count)), distinct: keys.distinct, most }
}

function capWithin(holders: Int32Array, mostHolders: number, budget: number) {
  const keysBy = largeNumbers(mostHolders + 1)
  for (const count of holders) {
    if (count <= mostHolders) keysBy[count] = (keysBy[count] as number) + 1
  }
  let most = 0
  for (let count = 2; count <= mostHolders; count++) {
    const more = ((keysBy[count] as number) * count * (count - 1)) / 2
    if (budget < most + more) return { cap: count - 1, most }
    most += more
  }
  return { cap: mostHolders, most }
}

function pairsOf(own: RareKeys, earlier: readonly Keys[]): RecordPairs {
  const left = largeIntegers(own.most)
  const right = largeIntegers(own.most)
  const { starts, records } = recordsOf(own)
  const single = isSingle(own)
  let count = 0
  const meet = (a: number, b: number, code: number) => {
    if (!single && firstShared(own, a, b) !== code) return
    if (isKnown(earlier, a, b)) return
    left[count] = a
    right[count++] = b
  }
  for (let code = 0; code < own.distinct; code++) {
    const end = starts[code + 1] as number
    for (let i = starts[code] as number; i < end; i++) {
      const a = records[i] as number
      for (let j = i + 1; j < end; j++) meet(a, records[j] as number, code)
    }
  }
  return { left: largeCopy(left.subarray(0, count)), right: largeCopy(right.subarray(0, count)) }
}

function isSingle(keys: Keys): boolean {
  for (let record = 0; record + 1 < keys.starts.length; record++) {
    if (1 < (keys.starts[record + 1] as number) - (keys.starts[record] as number)) return false
  }
  return true
}

function isKnown(earlier: readonly Keys[], a: number, b: number): boolean {
  for (let rule = 0; rule < earlier.length; rule++) {
    if (0 <= firstShared(earlier[rule] as Keys, a, b)) return true
  }
  return false
}

/** The smallest code that both records have, −1 when there is none; a merge of two ascending lists. */
function firstShared({ starts, codes }: Keys, a: number, b: number): number {
  let i = starts[a] as number
  let j = starts[b] as number
  const endA = starts[a + 1] as number
  const endB = starts[b + 1] as number
  while (i < endA && j < endB) {
    const x = codes[i] as number
    const y = codes[j] as number
    if (x === y) return x
    if (x < y) i++
    else j++
  }
  return -1
}

/** The other way round: records of code c are records[starts[c]] … records[starts[c + 1] − 1], ascending. */
function recordsOf(keys: Keys): { starts: Int32Array; records: Int32Array } {
  const starts = largeIntegers(keys.distinct + 1)
  for (const code of keys.codes) starts[code + 1] = (starts[code + 1] as number) + 1
  for (let code = 0; code < keys.distinct; code++)
    starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number)
  const next = largeCopy(starts)
  const records = largeIntegers(keys.codes.length)
  for (let record = 0; record + 1 < keys.starts.length; record++) {
    for (let k = keys.starts[record] as number; k < (keys.starts[record + 1] as number); k++) {
      const code = keys.codes[k] as number
      const slot = next[code] as number
      records[slot] = record
      next[code] = slot + 1
    }
  }
  return { starts, records }
}

function concat(parts: readonly Int32Array[]): Int32Array {
  const all = largeIntegers(parts.reduce((total, { length }) => total + length, 0))
  let place = 0
  for (const part of parts) {
    all.set(part, place)
    place += part.length
  }
  return all
}
