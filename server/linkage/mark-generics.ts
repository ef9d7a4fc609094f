import type { Genericness, GenericRuling } from '../domain/generic.ts'
import { type ChannelColumn, type Encoded, generic, type RankColumn } from './encode.ts'
import { genericSince, takenUpFast } from './generic-since.ts'
import { countOfValues } from './held-days.ts'
import { holdingOf, type TakeUps, takeUpsOf } from './holdings.ts'
import { at, postingsOf } from './key-column.ts'
import { keysOfValues } from './keys-of-values.ts'

/**
 * Says of every key that counts for nothing since when and why, and lets those count for nothing too that were taken up fast or that a person called
 * generic; what a person says is not generic counts by its rarity. By `groups` of shops put together, as a seller with five shops is no crowd.
 */
export function markGenerics(encoded: Encoded, groups: Int32Array): Encoded {
  const takeUps = takeUpsOf(encoded, groups)
  const columns = encoded.columns.map((column) =>
    column.rule.catalogue === undefined ? markColumn(encoded, column, takeUps) : column,
  )
  return { ...encoded, columns }
}

/** What people say alone, while every shop still counts for itself. */
export function markRuled(encoded: Encoded): Encoded {
  if (encoded.rulings.size === 0) return encoded
  const columns = encoded.columns.map((column) => markColumn(encoded, column, undefined))
  return { ...encoded, columns }
}

/** Whether the keys of a rank stand for one value each, so that what is said of a value holds for them. */
export function isOfValue({ rule }: ChannelColumn, rank: number): boolean {
  return rule.levels[rank]?.name === 'same' || rule.channel === 'id_number'
}

/** By rank, what is said of its keys. */
type ByKey<T> = readonly Map<string, T>[]

function markColumn(
  { rulings }: Encoded,
  column: ChannelColumn,
  takeUps: TakeUps | undefined,
): ChannelColumn {
  const ruled = ruledKeys(rulings, column)
  const told: ByKey<Genericness> = column.ranks.map(() => new Map())
  const ranks = column.ranks.map((own, rank) => {
    const counted = takeUps === undefined ? new Map() : countedKeys(takeUps, column, rank, told)
    const said = { counted, told: told[rank] ?? new Map(), ruled: ruled[rank] ?? new Map() }
    return rerated(own, joined(own, said), said.ruled)
  })
  return { ...column, ranks }
}

interface SaidOfRank {
  readonly counted: ReadonlyMap<number, Genericness>
  readonly told: ReadonlyMap<string, Genericness>
  readonly ruled: ReadonlyMap<string, GenericRuling>
}

/** A person's word goes before the count of a key, and this before what is told of a stronger one; by code. */
function joined(
  own: RankColumn,
  { counted, told, ruled }: SaidOfRank,
): ReadonlyMap<number, Genericness> {
  if (told.size + ruled.size === 0) return counted
  const generics = new Map<number, Genericness>()
  for (const [code, text] of own.texts.entries()) {
    const ruling = ruled.get(text)
    const why =
      ruling === undefined ? (counted.get(code) ?? told.get(text)) : ruledSo(ruling, own, code)
    if (why !== undefined) generics.set(code, why)
  }
  return generics
}

function ruledKeys(
  rulings: ReadonlyMap<string, GenericRuling>,
  column: ChannelColumn,
): ByKey<GenericRuling> {
  const keys = column.ranks.map(() => new Map<string, GenericRuling>())
  if (rulings.size === 0) return keys
  for (let shop = 0; shop < column.values.shops; shop++) {
    for (const value of column.values.of(shop)) {
      const ruling = rulings.get(value.key ?? '')
      const texts = ruling === undefined ? [] : (column.rule.keys(value) ?? [])
      for (const [rank, own] of texts.entries()) tell(column, keys[rank], rank, own, ruling)
    }
  }
  return keys
}

function tell(
  column: ChannelColumn,
  keys: Map<string, GenericRuling> | undefined,
  rank: number,
  texts: readonly string[],
  ruling: GenericRuling | undefined,
): void {
  if (keys === undefined || ruling === undefined) return
  if (!isOfValue(column, rank) && !(ruling.generic && finds(column, rank))) return
  for (const text of texts) keys.set(text, ruling)
}

function ruledSo(
  { generic: is, by, on, because }: GenericRuling,
  { groups }: RankColumn,
  code: number,
): Genericness | undefined {
  return is ? { since: on, reason: 'ruled', holders: at(groups, code), by, because } : undefined
}

/** What the holders of each key say; of a value that was taken up fast, its weaker keys are told as well: one that looks like it is no evidence either. */
function countedKeys(
  takeUps: TakeUps,
  column: ChannelColumn,
  rank: number,
  told: ByKey<Genericness>,
): ReadonlyMap<number, Genericness> {
  const own = column.ranks[rank] as RankColumn
  const { genericFrom: from, name } = own.level
  const fast = name === 'same' ? takenUpFast[column.rule.channel] : undefined
  const least = Math.min(from, fast?.controllers ?? from)
  const found = new Map<number, Genericness>()
  if (!own.groups.some((groups) => least <= groups)) return found
  const postings = postingsOf(own)
  for (const [code, text] of own.texts.entries()) {
    if (at(own.groups, code) < least) continue
    const shops = postings.shops.subarray(at(postings.starts, code), at(postings.starts, code + 1))
    const holders = [...shops].flatMap((shop) => valuesWith(column, shop, rank, text))
    const holdings = holders.map(({ shop, place }) => holdingOf(takeUps, column, shop, place, fast))
    const why = genericSince(holdings, { from, fast })
    if (why !== undefined) found.set(code, why)
    if (why?.reason === 'taken_up_fast') tellWeaker(column, rank, holders, why, told)
  }
  return found
}

/** The values of a shop that have a key; the only one of a shop that is known to have it is not looked at. */
function valuesWith(column: ChannelColumn, shop: number, rank: number, text: string) {
  if (countOfValues(column.held, shop) === 1) return [{ shop, place: 0 }]
  return keysOfValues(column, shop).flatMap((keys = [], place) =>
    keys[rank]?.includes(text) === true ? [{ shop, place }] : [],
  )
}

function tellWeaker(
  column: ChannelColumn,
  rank: number,
  holders: ReturnType<typeof valuesWith>,
  why: Genericness,
  told: ByKey<Genericness>,
): void {
  const weaker = holders.flatMap(({ shop, place }) => [
    ...(keysOfValues(column, shop)[place] ?? []).entries(),
  ])
  for (const [other, texts] of weaker)
    if (rank < other && finds(column, other)) for (const text of texts) told[other]?.set(text, why)
}

function finds({ rule }: ChannelColumn, rank: number): boolean {
  return rule.levels[rank]?.finds === true
}

function rerated(
  own: RankColumn,
  generics: ReadonlyMap<number, Genericness>,
  ruled: ReadonlyMap<string, GenericRuling>,
): RankColumn {
  const worth = own.worth.slice()
  for (const code of generics.keys()) worth[code] = generic
  if (0 < ruled.size) {
    for (const [code, text] of own.texts.entries())
      if (ruled.get(text)?.generic === false) worth[code] = 1 / Math.max(1, at(own.apart, code) - 1)
  }
  return { ...own, worth, generics }
}
