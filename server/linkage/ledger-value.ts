import type { LedgerValue } from '../domain/link.ts'
import type { Sha256 } from '../domain/units.ts'
import type { Example, TokenColumn } from './catalogue/token-column.ts'
import type { ShopValue } from './channel.ts'
import { type ChannelColumn, generic } from './encode.ts'
import { countOfValues } from './held-days.ts'
import { at } from './key-column.ts'
import { keysOfValues } from './keys-of-values.ts'
import { memories } from './remembering.ts'
import { saysNothing } from './without-generics.ts'

/** A key that two shops have in common, with its rank. */
export interface SharedKey {
  readonly rank: number
  readonly code: number
  readonly text: string
}

/** The value of a shop that has the shared key; its first one that says anything when none is shared. Equal values are one object, as a store cites them millions of times. */
export function ledgerValueOf(
  column: ChannelColumn,
  shop: number,
  key: SharedKey | undefined,
): LedgerValue {
  if (column.rule.catalogue !== undefined) return listedValue(column, shop, key?.code)
  const shows = key === undefined ? undefined : column.rule.levels[key.rank]?.shows
  if (shows === undefined && countOfValues(column.held, shop) === 1)
    return onlyValue(column.values, shop)
  const value = valueWith(column, shop, key)
  if (value === undefined) throw new Error(`shop ${shop} has no such ${column.rule.channel} value`)
  const told = shows === undefined ? undefined : value.about[shows]
  const own = cited(value)
  return told === undefined ? own : { ...own, literal: `${told} · ${own.literal}` }
}

function valueWith(
  column: ChannelColumn,
  shop: number,
  key: SharedKey | undefined,
): ShopValue | undefined {
  const place = keysOfValues(column, shop).findIndex(
    (keys) =>
      keys !== undefined &&
      (key === undefined ? !saysNothing(column, keys) : keys[key.rank]?.includes(key.text)),
  )
  return plainValues(column.values, shop, column.values.plain)[place]
}

type Values = ChannelColumn['values']

/** By shop; to read the values of one again for each of its pairs takes longer than all that is made of them. */
const plainValues = memories<Values, readonly ShopValue[]>()

/** Of shops that have one value in the channel. */
const onlyValues = memories<Values, LedgerValue>()

function onlyValue(values: Values, shop: number): LedgerValue {
  return onlyValues(values, shop, (place) => cited(values.plain(place)[0] as ShopValue))
}

/** Written field by field: an object that begins with what another has, where it has it, is laid out for itself alone, which takes four times as much. */
function cited({ literal, key, saidBy, firstSeen, lastSeen }: ShopValue): LedgerValue {
  const own = {} as { -readonly [K in keyof LedgerValue]: LedgerValue[K] }
  if (firstSeen !== undefined) own.firstSeen = firstSeen
  if (key !== undefined) own.key = key
  if (lastSeen !== undefined) own.lastSeen = lastSeen
  own.literal = literal
  own.records = saidBy.records as Sha256[]
  return own
}

/** What a listing shows: the shared picture or title, or an example of what the other shop does not show. */
function listedValue(
  { tokens, ranks }: ChannelColumn,
  shop: number,
  code: number | undefined,
): LedgerValue {
  if (tokens === undefined) return nothingListed
  const example = code === undefined ? undefined : exampleOf(tokens, code, shop)
  if (example !== undefined) return example
  const { starts, codes } = ranks[0] ?? tokens
  const own = codes.subarray(at(starts, shop), at(starts, shop + 1))
  const some = own.find((one) => at(ranks[0]?.worth ?? own, one) !== generic) ?? own[0]
  const told = some === undefined ? ownExampleOf(tokens, shop) : exampleOf(tokens, some, shop)
  return told ?? nothingListed
}

const nothingListed: LedgerValue = { literal: '', records: [] }

/** By shop and code: a shop's pairs mostly share the same few tokens, and finding where one stands takes a look at all its listings. */
const examples = memories<TokenColumn, LedgerValue | undefined>()

/** By shop. */
const ownExamples = memories<TokenColumn, LedgerValue | undefined>()

/** What a shop shows that no other does. */
function ownExampleOf(tokens: TokenColumn, shop: number): LedgerValue | undefined {
  return ownExamples(tokens, shop, (place) => listed(tokens.ownExampleOf(place)))
}

function listed(example: Example | undefined): LedgerValue | undefined {
  return example && { literal: example.literal, records: [example.record] }
}

function exampleOf(tokens: TokenColumn, code: number, shop: number): LedgerValue | undefined {
  const codes = tokens.holders.length
  return examples(tokens, shop * codes + code, (place) => {
    return listed(tokens.exampleOf(place % codes, Math.floor(place / codes)))
  })
}
