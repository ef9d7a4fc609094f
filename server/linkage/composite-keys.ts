import type { Channel } from '../domain/link.ts'
import type { ShopValue } from './channel.ts'
import { streetsOf } from './channels/origin.ts'
import type { Encoded } from './encode.ts'
import { wordsOf } from './fold-text.ts'
import { type KeyColumn, keyColumn } from './key-column.ts'

/** From this many holders on, even a combination of two keys finds nobody. */
const genericFrom = 10

interface Part {
  readonly channel: Channel
  readonly keysOf: (value: ShopValue, keys: readonly (readonly string[])[]) => readonly string[]
}

const account: Part = { channel: 'account', keysOf: (_, keys) => keys.flat() }
const factory: Part = { channel: 'factory', keysOf: (_, [same = []]) => same }
const area: Part = { channel: 'origin', keysOf: (_, [, , near = []]) => near }
const street: Part = { channel: 'origin', keysOf: ({ parts }) => streetsOf(parts.join(' ')) }
const word: Part = { channel: 'name', keysOf: ({ literal }) => wordsOf(literal) }

/** Two keys that are each too common to be worth a look, and together rare: a factory and a village, a word of the name and a street. */
const combinations: readonly (readonly [Part, Part])[] = [
  [factory, area],
  [account, area],
  [word, street],
]

/** Columns that only find pairs and weigh nothing. */
export function compositeColumns(encoded: Encoded): { column: KeyColumn; genericFrom: number }[] {
  return combinations.map(([first, second]) => {
    const [a, b] = [keysByShop(encoded, first), keysByShop(encoded, second)]
    const keys = a.map((own, shop) => own.flatMap((x) => (b[shop] ?? []).map((y) => `${x} ${y}`)))
    return { column: keyColumn(keys), genericFrom }
  })
}

function keysByShop(encoded: Encoded, { channel, keysOf }: Part): readonly (readonly string[])[] {
  const column = encoded.columns.find(({ rule }) => rule.channel === channel)
  if (column === undefined) return encoded.shops.map(() => [])
  return column.values.map((values) =>
    values.flatMap((value) => keysOf(value, column.rule.keys(value) ?? [])),
  )
}
