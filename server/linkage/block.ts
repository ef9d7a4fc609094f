import { growingIntegers } from '../domain/columns/growing.ts'
import { largeIntegers } from '../domain/columns/large-arrays.ts'
import { compositeColumns } from './composite-keys.ts'
import type { Encoded } from './encode.ts'
import { hashColumns } from './hash-columns.ts'
import { at, type HeldKeys, postingsOf } from './key-column.ts'

/** Pairs worth comparing: `left[i]` < `right[i]`, each pair once, in order. */
export interface Pairs {
  readonly left: Int32Array
  readonly right: Int32Array
  /** Keys that were shared by so many shops that comparing them all would have broken the budget. */
  readonly keysOmitted: number
}

/** A key held by this many times as many shops as make it generic may still be one ring's own; above that it makes no pairs. */
const shopsPerHolder = 3

/** Pairs that the keys of so many shops may make, each counted once for every key that makes it; above it the most widely shared keys are left out, and the run says how many. Markets have 15 different pairs a shop, of any size. 40 bytes a pair. */
const pairsPerShop = 60
const leastBudget = 4_000_000

function pairBudget(shops: number): number {
  return Math.max(leastBudget, pairsPerShop * shops)
}

/**
 * Finds the pairs that share at least one key that is rare enough to mean something: inverted indexes over exact and near keys, and over
 * combinations of two common ones. A generic key joins nobody, so a hub of any size makes no pairs. `always` are compared in any case.
 */
export function blockPairs(
  encoded: Encoded,
  always: readonly (readonly [number, number])[],
  budget = pairBudget(encoded.shops.length),
): Pairs {
  const finders = findersOf(encoded)
  const { caps, keysOmitted } = capsFor(finders, budget)
  const indexes = finders.map(({ column }, finder) => ({
    column,
    postings: postingsOf(column),
    cap: at(caps, finder),
  }))
  const decided = partnersOf(always)
  const left = growingIntegers()
  const right = growingIntegers()
  const stamp = largeIntegers(encoded.shops.length).fill(-1)
  const partners = largeIntegers(encoded.shops.length)
  let met = 0
  let a = 0
  const meet = (b: number) => {
    if (b <= a || at(stamp, b) === a) return
    stamp[b] = a
    partners[met++] = b
  }
  for (a = 0; a < encoded.shops.length; a++) {
    met = 0
    for (const { column, postings, cap: most } of indexes)
      meetHolders(column, postings, most, a, meet)
    for (const b of decided.get(a) ?? []) meet(b)
    for (const b of partners.subarray(0, met).sort()) {
      left.push(a)
      right.push(b)
    }
  }
  return { left: left.taken(), right: right.taken(), keysOmitted }
}

interface Finder {
  readonly column: HeldKeys
  /** A key with more holders than this makes no pairs. */
  readonly most: number
}

/** Those that say most first: whole values, then what resembles them, then combinations, then pictures and words of listings. */
function findersOf(encoded: Encoded): Finder[] {
  const found = encoded.columns.flatMap(({ ranks }) => ranks).filter(({ level }) => level.finds)
  const levels = [
    ...found.filter(({ level }) => level.name === 'same'),
    ...found.filter(({ level }) => level.name !== 'same'),
  ]
  return [
    ...levels.map((column) => ({ column, most: mostHolders(column.level.genericFrom) })),
    ...compositeColumns(encoded).map(({ column, genericFrom }) => ({
      column,
      most: mostHolders(genericFrom),
    })),
    ...encoded.columns.flatMap(hashColumns),
  ]
}

/**
 * By finder, the highest number of holders at which its keys make pairs, so that all together make no more than the budget: keys of fewer holders come first, and among keys of as many those of the finder that says more. Where the keys of a finder no longer
 * fit, it makes do with rarer ones, and the others go on.
 */
function capsFor(
  finders: readonly Finder[],
  budget: number,
): { readonly caps: Int32Array; readonly keysOmitted: number } {
  const spread = finders.map(keysByHolders)
  const caps = Int32Array.from(finders, ({ most }) => most)
  const full = new Set<number>()
  let pairs = 0
  let keysOmitted = 0
  const take = (finder: number, holders: number, keys: number) => {
    const more = (keys * holders * (holders - 1)) / 2
    if (!full.has(finder) && pairs + more <= budget) {
      pairs += more
      return
    }
    if (!full.has(finder)) caps[finder] = holders - 1
    full.add(finder)
    keysOmitted += keys
  }
  const longest = spread.reduce((longest, { length }) => Math.max(longest, length), 0)
  for (let holders = 2; holders < longest; holders++) {
    for (const [finder, counts] of spread.entries()) take(finder, holders, counts[holders] ?? 0)
  }
  return { caps, keysOmitted }
}

function keysByHolders({ column, most }: Finder): readonly number[] {
  const counts: number[] = []
  for (const holders of column.holders) {
    if (holders <= most) counts[holders] = (counts[holders] ?? 0) + 1
  }
  return counts
}

function mostHolders(genericFrom: number): number {
  return shopsPerHolder * genericFrom - 1
}

function meetHolders(
  column: HeldKeys,
  postings: { starts: Int32Array; shops: Int32Array },
  most: number,
  a: number,
  meet: (b: number) => void,
): void {
  for (let k = at(column.starts, a); k < at(column.starts, a + 1); k++) {
    const code = at(column.codes, k)
    if (most < at(column.holders, code)) continue
    for (let s = at(postings.starts, code); s < at(postings.starts, code + 1); s++) {
      meet(at(postings.shops, s))
    }
  }
}

function partnersOf(pairs: readonly (readonly [number, number])[]): Map<number, number[]> {
  const partners = new Map<number, number[]>()
  for (const [a, b] of pairs) {
    const [first, second] = a < b ? [a, b] : [b, a]
    partners.set(first, [...(partners.get(first) ?? []), second])
  }
  return partners
}
