import type { Channel } from '../domain/link.ts'
import { hashTable } from './catalogue/hash-table.ts'
import { streetsOf } from './channels/origin.ts'
import type { Encoded } from './encode.ts'
import { at, type HeldKeys, heldKeys, keyColumnBuilder } from './key-column.ts'

/** From this many holders on, even a combination of two keys finds nobody. */
const genericFrom = 10

/** The keys of one part of a combination; what one shop alone has makes no combination that two could share. */
type Part = (encoded: Encoded) => readonly HeldKeys[]

const account = ranksOf('account', [0, 1])
const factory = ranksOf('factory', [0])
const area = ranksOf('origin', [2])
const word = ranksOf('name', [1])
const street: Part = ({ columns }) => {
  const origin = columns.find(({ rule }) => rule.channel === 'origin')
  if (origin === undefined) return []
  const { values } = origin
  const builder = keyColumnBuilder(values.shops)
  for (let shop = 0; shop < values.shops; shop++) {
    for (const { parts } of values.of(shop))
      for (const key of streetsOf(parts.join(' '))) builder.meet(key)
    builder.nextShop()
  }
  return [builder.taken()]
}

/** Two keys that are each too common to be worth a look, and together rare: a factory and a village, a word of the name and a street. */
const combinations: readonly (readonly [Part, Part])[] = [
  [factory, area],
  [account, area],
  [word, street],
]

/** Columns that only find pairs and weigh nothing. */
export function compositeColumns(encoded: Encoded): { column: HeldKeys; genericFrom: number }[] {
  const shops = encoded.shops.length
  return combinations.flatMap(([first, second]) =>
    first(encoded).flatMap((one) =>
      second(encoded).map((other) => ({ column: combined(one, other, shops), genericFrom })),
    ),
  )
}

function ranksOf(channel: Channel, ranks: readonly number[]): Part {
  return ({ columns }) => {
    const column = columns.find(({ rule }) => rule.channel === channel)
    return column === undefined ? [] : ranks.flatMap((rank) => column.ranks[rank] ?? [])
  }
}

function combined(one: HeldKeys, other: HeldKeys, shops: number): HeldKeys {
  const table = hashTable()
  const width = other.holders.length
  return heldKeys(shops, (shop, meet) => {
    for (let i = at(one.starts, shop); i < at(one.starts, shop + 1); i++) {
      for (let j = at(other.starts, shop); j < at(other.starts, shop + 1); j++)
        meet(table.idOf(at(one.codes, i) * width + at(other.codes, j)))
    }
  })
}
