import { wordsOf } from '../../../server/linkage/fold-text.ts'
import { everyRule, type Finder } from '../../../server/linkage/identities/every-rule.ts'
import type {
  IdentityChannel,
  IdentityTable,
} from '../../../server/linkage/identities/identity-table.ts'
import { keysOfTexts, keysOfValues, singleKeys } from '../../../server/linkage/identities/keys.ts'
import { type TextColumn, textColumn } from '../../../server/linkage/kernels/text-column.ts'

type Texts = readonly (string | undefined)[]

/** What a set has, by what it is; the same settings hold for all sets. */
export interface Described {
  readonly records: number
  /** Given and family name, which some records have the other way round. */
  readonly names?: { readonly given: Texts; readonly family: Texts }
  /** All words of the name. */
  readonly fullName?: Texts
  /** Each with what it is compared by, and the coarser value that finds only together with another. */
  readonly fields: Readonly<Record<string, Field>>
}

export interface Field {
  readonly texts: Texts
  readonly near: IdentityChannel['near']
  readonly coarse?: Texts
}

/** Of how many records a key may be. */
const mostHolders = 100
/** Shorter words are initials, titles and articles. */
const shortestWord = 3

/** Channels and rules of blocking from what a set has. */
export function identityTable({ records, names, fullName, fields }: Described): IdentityTable {
  const described = Object.entries(fields).map(([name, field]) => ({
    ...field,
    name,
    column: textColumn(field.texts),
  }))
  const channels = described.map(
    ({ name, near, column }): IdentityChannel => ({
      channel: name,
      family: name,
      column,
      near,
      teaches: near !== 'category',
    }),
  )
  const finders = described.flatMap(({ name, near, column, coarse }): Finder[] => [
    ...(near === 'category' ? [] : [finder(name, valuesOf(column), true, false)]),
    ...(near === 'words' ? [finder(`${name} words`, wordKeys(column), true, true)] : []),
    ...(coarse === undefined ? [] : [finder(name, valuesOf(textColumn(coarse)), false, false)]),
  ])
  const words =
    fullName === undefined ? [] : [finder('name', wordKeys(textColumn(fullName)), true, true)]
  return {
    records,
    channels: [...(names === undefined ? [] : nameChannels(names)), ...channels],
    rules: everyRule([...words, ...finders], mostHolders),
  }
}

function finder(of: string, keys: Finder['keys'], alone: boolean, several: boolean): Finder {
  return { of, keys, alone, several }
}

function nameChannels({ given, family }: { given: Texts; family: Texts }): IdentityChannel[] {
  const [first, second] = [textColumn(given), textColumn(family)]
  const channel = (name: string, column: TextColumn, other: Texts): IdentityChannel => ({
    channel: name,
    family: 'name',
    column,
    near: 'name',
    crossed: codesIn(column, other),
    teaches: true,
  })
  return [channel('given name', first, family), channel('family name', second, given)]
}

/** By record, the code that the text has in the column, −1 where it has none. */
function codesIn({ values }: TextColumn, texts: Texts): Int32Array {
  const codeOf = new Map(values.map((value, code) => [value, code]))
  return Int32Array.from(texts, (text) => codeOf.get(text ?? '') ?? -1)
}

function valuesOf({ codes, values }: TextColumn) {
  return singleKeys(codes, values.length)
}

function wordKeys({ codes, values }: TextColumn) {
  return keysOfValues(
    codes,
    keysOfTexts(values, (text) => wordsOf(text).filter(({ length }) => shortestWord <= length)),
  )
}
