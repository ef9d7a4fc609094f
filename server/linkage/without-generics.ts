import { largeBytes, largeCopy, largeIntegers } from '../domain/columns/large-arrays.ts'
import { type ChannelColumn, type Encoded, generic, type RankColumn } from './encode.ts'
import { at } from './key-column.ts'
import { keysOfValues } from './keys-of-values.ts'
import { isOfValue } from './mark-generics.ts'

type Keys = ReturnType<ChannelColumn['rule']['keys']>

/**
 * The columns with what says nothing taken out: a shop of which only such values are known is unknown in the channel, and the village of a
 * parcel centre is no village of its customers. So a value that comes to say nothing neither makes two shops look alike nor takes away that they differ.
 * What there was stays in `whole`, to be told.
 */
export function withoutGenerics(encoded: Encoded): Encoded {
  return { ...encoded, columns: encoded.columns.map(withoutOwn) }
}

/** Whether a value says nothing: one of the keys that stand for it alone is held by so many, or somebody said so. */
export function saysNothing(column: ChannelColumn, keys: Keys): boolean {
  const ranks = column.whole ?? column.ranks
  const texts = textsOf.get(ranks) ?? ranks.map((own, rank) => ownGenerics(column, own, rank))
  textsOf.set(ranks, texts)
  return keys?.some((own, rank) => own.some((text) => texts[rank]?.has(text) === true)) === true
}

/** By rank; ledgers ask for every pair. */
const textsOf = new WeakMap<ChannelColumn['ranks'], readonly ReadonlySet<string>[]>()

function ownGenerics(column: ChannelColumn, own: RankColumn, rank: number): ReadonlySet<string> {
  return isOfValue(column, rank) ? genericTexts(own) : none
}

const none: ReadonlySet<string> = new Set()

function genericTexts({ worth, texts }: RankColumn): ReadonlySet<string> {
  return new Set(texts.filter((_, code) => at(worth, code) === generic))
}

function withoutOwn(column: ChannelColumn): ChannelColumn {
  const shops = holdersOfGenerics(column)
  if (shops.length === 0) return column
  const known = column.known.slice()
  const kept = new Map(
    shops.map((shop) => {
      const keys = keysOfValues(column, shop).filter((own) => !saysNothing(column, own))
      if (!keys.some((own = []) => 0 < own.length)) known[shop] = 0
      return [shop, keys]
    }),
  )
  const ranks = column.ranks.map((own, rank) => onlyKept(own, rank, kept))
  return { ...column, known, ranks, whole: column.ranks }
}

/** Shops, ascending, that hold a value that says nothing. */
function holdersOfGenerics(column: ChannelColumn): number[] {
  const holds = largeBytes(column.known.length)
  for (const [rank, own] of column.ranks.entries())
    if (isOfValue(column, rank) && own.worth.includes(generic)) markHolders(own, holds)
  const shops: number[] = []
  for (let shop = 0; shop < holds.length; shop++) if (at(holds, shop) === 1) shops.push(shop)
  return shops
}

function markHolders({ starts, codes, worth }: RankColumn, holds: Uint8Array): void {
  for (let shop = 0; shop < holds.length; shop++)
    for (let k = at(starts, shop); k < at(starts, shop + 1); k++)
      if (at(worth, at(codes, k)) === generic) holds[shop] = 1
}

/** The keys of the other values alone, for shops that have values that say nothing. */
function onlyKept(own: RankColumn, rank: number, kept: ReadonlyMap<number, Keys[]>): RankColumn {
  const starts = largeIntegers(own.starts.length)
  const codes = largeIntegers(own.codes.length)
  let length = 0
  for (let shop = 0; shop + 1 < starts.length; shop++) {
    const keys = kept.get(shop)
    for (let k = at(own.starts, shop); k < at(own.starts, shop + 1); k++) {
      const code = at(own.codes, k)
      if (keys === undefined || isAmong(keys, rank, own.texts[code] ?? '')) codes[length++] = code
    }
    starts[shop + 1] = length
  }
  return { ...own, starts, codes: largeCopy(codes.subarray(0, length)) }
}

function isAmong(keys: readonly Keys[], rank: number, text: string): boolean {
  return keys.some((lists) => lists?.[rank]?.includes(text) === true)
}
