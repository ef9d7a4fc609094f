import { largeBytes } from '../domain/columns/large-arrays.ts'
import type { Pairs } from './block.ts'
import { type ChannelColumn, generic, type RankColumn } from './encode.ts'
import { at } from './key-column.ts'
import { levelAt } from './layout.ts'
import { unknownLevel } from './learn/patterns.ts'

/** The keys of one rank as far as two shops are compared by them: numbers alone, that any thread can be handed. */
export type ComparableRank = Pick<RankColumn, 'starts' | 'codes' | 'worth' | 'holders'>

/** As much of a channel. */
export interface ComparableColumn extends Pick<ChannelColumn, 'known' | 'layout'> {
  readonly ranks: readonly ComparableRank[]
}

/** How pairs compare in one channel. */
export interface Compared {
  /** By pair: a level of the channel's layout, or `unknownLevel`, also where all that is shared is generic. */
  readonly level: Uint8Array
  /** By pair: what is shared at the level, as the sum of 1 / (other holders); 0 where nothing is. */
  readonly worth: Float64Array
}

/** Compares pairs in one channel, at the strongest rank where they share anything that counts. */
export function compareColumn(column: ChannelColumn, pairs: Pairs): Compared {
  const worth = new Float64Array(pairs.left.length)
  const level = largeBytes(pairs.left.length).fill(unknownLevel)
  const all = { first: 0, end: pairs.left.length }
  compareStretch(comparing(column), pairs, all, level, (pair, shared) => {
    worth[pair] = shared
  })
  return { level, worth }
}

/** One pair in one channel: the same level and worth as all pairs get at once. */
export function comparePair(
  { known, layout, ranks }: ChannelColumn,
  a: number,
  b: number,
): { readonly level: number; readonly worth: number } {
  if (at(known, a) === 0 || at(known, b) === 0) return unknownPair
  const { rank, worth } = strongestShared(ranks, (1 << ranks.length) - 1, a, b)
  if (worth < 0) return unknownPair
  return { level: rank < 0 ? layout.differ : levelAt(layout, rank, worth), worth }
}

const unknownPair = { level: unknownLevel, worth: 0 }

/** The pairs from `first` to before `end`. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

/** One channel while many pairs are compared in it, which come shop by shop. */
export interface Comparing {
  readonly column: ComparableColumn
  readonly marked: readonly MarkedKeys[]
  /** By shop, a bit for each rank at which it has keys; absent where too few pairs are compared to find out. */
  readonly held: Uint8Array | undefined
}

export function comparing(column: ComparableColumn, held?: Uint8Array): Comparing {
  return { column, marked: markedKeys(column.ranks), held }
}

/** Writes the level of each pair, which is unknown before; tells those that agree, in their order, with what they share. */
export function compareStretch(
  { column: { known, layout, ranks }, marked, held }: Comparing,
  { left, right }: Pick<Pairs, 'left' | 'right'>,
  { first, end }: Stretch,
  level: Uint8Array,
  agree: (pair: number, worth: number) => void,
): void {
  const all = (1 << ranks.length) - 1
  for (let pair = first; pair < end; pair++) {
    const a = at(left, pair)
    const b = at(right, pair)
    if (at(known, a) === 0 || at(known, b) === 0) continue
    const both = held === undefined ? all : at(held, a) & at(held, b)
    const { rank, worth } = strongestOf(marked, both, a, b)
    if (worth < 0) continue
    level[pair] = rank < 0 ? layout.differ : levelAt(layout, rank, worth)
    if (0 <= rank) agree(pair, worth)
  }
}

/** What two shops share at the strongest rank where they share anything; rank −1 where they share nothing that counts. */
interface Shared {
  readonly rank: number
  readonly worth: number
}

const nothingShared: Shared = { rank: -1, worth: 0 }
const onlyGeneric: Shared = { rank: -1, worth: generic }

/** By shop, one bit for each rank at which it has any key that others have: two bytes tell of most pairs that they share nothing. */
export function ranksHeld({ ranks, known }: ComparableColumn): Uint8Array {
  const held = new Uint8Array(known.length)
  for (const [rank, { starts }] of ranks.entries()) {
    for (let shop = 0; shop < held.length; shop++)
      if (at(starts, shop) < at(starts, shop + 1)) held[shop] = at(held, shop) | (1 << rank)
  }
  return held
}

/** `both` says at which ranks both shops have keys. */
function strongestShared(
  ranks: readonly ComparableRank[],
  both: number,
  a: number,
  b: number,
): Shared {
  let without = nothingShared
  for (let rank = 0; both >> rank !== 0; rank++) {
    if (((both >> rank) & 1) === 0) continue
    const worth = sharedWorth(ranks[rank] as ComparableRank, a, b)
    if (0 < worth) return { rank, worth }
    if (worth < 0) without = onlyGeneric
  }
  return without
}

/** The keys of one shop, marked: pairs come shop by shop, and to look up the other's keys takes a fifth of merging two lists. */
interface MarkedKeys {
  readonly column: ComparableRank
  /** By code, 1 where the shop has the key: a byte, as they are looked up all over the place. */
  readonly has: Uint8Array
  shop: number
}

function markedKeys(ranks: readonly ComparableRank[]): MarkedKeys[] {
  return ranks.map((column) => {
    return { column, has: new Uint8Array(column.holders.length), shop: -1 }
  })
}

/** The same as {@link strongestShared}. */
function strongestOf(marked: readonly MarkedKeys[], both: number, a: number, b: number): Shared {
  let without = nothingShared
  for (let rank = 0; both >> rank !== 0; rank++) {
    if (((both >> rank) & 1) === 0) continue
    const worth = worthOfMarked(marked[rank] as MarkedKeys, a, b)
    if (0 < worth) return { rank, worth }
    if (worth < 0) without = onlyGeneric
  }
  return without
}

function mark({ column: { starts, codes }, has, shop }: MarkedKeys, own: number): void {
  for (let k = at(starts, shop); k < at(starts, shop + 1); k++) has[at(codes, k)] = own
}

/** The same as {@link sharedWorth}, added up in the same order. */
function worthOfMarked(marked: MarkedKeys, a: number, b: number): number {
  const { starts, codes, worth } = marked.column
  const { has } = marked
  if (marked.shop !== a) {
    if (0 <= marked.shop) mark(marked, 0)
    marked.shop = a
    mark(marked, 1)
  }
  let sum = 0
  let seenGeneric = false
  for (let k = at(starts, b); k < at(starts, b + 1); k++) {
    const code = at(codes, k)
    if (at(has, code) === 0) continue
    const own = at(worth, code)
    if (own < 0) seenGeneric = true
    else sum += own
  }
  return sum === 0 && seenGeneric ? generic : sum
}

/** The sum of worths over shared keys; {@link generic} when all of them are generic, 0 when there are none. A merge of two ascending lists. */
export function sharedWorth(
  { starts, codes, worth }: ComparableRank,
  a: number,
  b: number,
): number {
  let i = at(starts, a)
  let j = at(starts, b)
  const endA = at(starts, a + 1)
  const endB = at(starts, b + 1)
  let sum = 0
  let seenGeneric = false
  while (i < endA && j < endB) {
    const x = at(codes, i)
    const y = at(codes, j)
    if (x === y) {
      const own = at(worth, x)
      if (own < 0) seenGeneric = true
      else sum += own
    }
    if (x <= y) i++
    if (y <= x) j++
  }
  return sum === 0 && seenGeneric ? generic : sum
}

/** The rarest key that both have at a rank, −1 when there is none; a generic one only when no other is shared. */
export function rarestShared({ starts, codes, worth }: RankColumn, a: number, b: number): number {
  let i = at(starts, a)
  let j = at(starts, b)
  const endA = at(starts, a + 1)
  const endB = at(starts, b + 1)
  let best = -1
  while (i < endA && j < endB) {
    const x = at(codes, i)
    const y = at(codes, j)
    if (x === y && (best < 0 || at(worth, best) < at(worth, x))) best = x
    if (x <= y) i++
    if (y <= x) j++
  }
  return best
}
