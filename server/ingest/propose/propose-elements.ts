import type { FieldGuess, FileChoice } from '../../domain/proposal.ts'
import { type RecordKind, recordKinds } from '../../domain/record.ts'
import type { ColumnSource, OneColumn, PartedAddress } from '../dataset-schema.ts'
import { fieldsOf } from '../fields.ts'
import { speaksFor } from './header-fit.ts'
import { type FileProposal, proposeFile, type SampledFile } from './propose-file.ts'
import type { SampledColumn } from './read-column.ts'

/**
 * Takes the elements of a list for rows: what stands in them is guessed by its own names (`title` of `listings.title`), as what stands around them is said of something else. Of that only the shop is taken
 * that they are of.
 */
export function proposeElements(
  sampled: SampledFile,
  each: string,
  choice: Partial<FileChoice> = {},
): FileProposal {
  const names = namesWithin(each, sampled.columns)
  const kind = choice.kind ?? kindOfElements(elementsAs(undefined, sampled, names), sampled, names)
  const own = (column: string) => nameAs(kind, names.get(column) ?? column)
  const full = new Map(Array.from(names, ([column, name]) => [nameAs(kind, name), column]))
  const whole = (name: string) => full.get(name) ?? name
  const said = { columns: renamed(choice.columns, own), dates: renamed(choice.dates, own) }
  const elements = elementsAs(kind, sampled, names)
  const { proposed, entry } = proposeFile(elements, { ...choice, ...said, kind })
  const { file } = sampled
  return {
    proposed: {
      ...{ ...proposed, file },
      columns: proposed.columns.map(whole),
      fields: proposed.fields.map((guess) => wholeGuess(guess, whole)),
      notPlaced: proposed.notPlaced.map((one) => ({ ...one, column: whole(one.column) })),
    },
    entry: { ...entry, file, columns: wholeSources(proposed.fields, entry.columns, whole) },
  }
}

type Names = ReadonlyMap<string, string>

/** The elements as rows of a kind. */
function elementsAs(kind: RecordKind | undefined, sampled: SampledFile, names: Names): SampledFile {
  const columns = sampled.columns.flatMap(({ column, values }) => {
    const name = names.get(column)
    return name === undefined ? [] : [{ column: nameAs(kind, name), values }]
  })
  return { ...sampled, columns, lists: [] }
}

/** A mere id in an element is its own. */
function nameAs(kind: RecordKind | undefined, name: string): string {
  const field = `${kind}_id`
  return kind !== undefined && name === 'id' && Object.hasOwn(fieldsOf[kind], field) ? field : name
}

/** The kind that takes most of what stands in the elements, and the shop that they are of where it is known. */
function kindOfElements(plain: SampledFile, sampled: SampledFile, names: Names): RecordKind {
  const isOfShop = plain.columns.some(({ column }) => column === 'shop_id')
  const [best] = recordKinds
    .map((kind) => proposeFile(elementsAs(kind, sampled, names), { kind }).proposed)
    .filter(({ fields }) => !isOfShop || fields.some(({ column }) => column === 'shop_id'))
    .filter(({ missing }) => missing.every((field) => shopFields.has(field)))
    .map(({ kind, fields }) => ({ kind, count: fields.filter(isOfElements).length }))
    .toSorted((a, b) => b.count - a.count)
  return best === undefined || best.count === 0 ? proposeFile(plain).proposed.kind : best.kind
}

function isOfElements({ column }: FieldGuess): boolean {
  return !shopFields.has(column)
}

/** What is taken of the shop that elements are of, by these names. */
const shopFields: ReadonlySet<string> = new Set(['platform', 'shop_id'])

/** By column, what it is called within the list; columns around it that say nothing of the shop have no such name. */
function namesWithin(each: string, columns: readonly SampledColumn[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const inside = `${each}.`
  for (const { column } of columns) {
    if (column.startsWith(inside)) names.set(column, column.slice(inside.length))
    else if (column === each) names.set(column, each.slice(each.lastIndexOf('.') + 1))
  }
  const taken = new Set(names.values())
  const around = columns.filter(({ column }) => !names.has(column) && !column.includes('.'))
  for (const field of shopFields) {
    const found = around.find(({ column }) => speaksFor('shop', field, column))
    if (found !== undefined && !taken.has(field)) names.set(found.column, field)
  }
  return names
}

function renamed(
  said: Readonly<Record<string, string>> | undefined,
  name: (column: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said ?? {}).map(([column, value]) => [name(column), value]),
  )
}

type Name = (name: string) => string

function wholeGuess(guess: FieldGuess, whole: Name): FieldGuess {
  const { column, beside, rivals } = guess
  return {
    ...guess,
    column: whole(column),
    ...(beside && { beside: { ...beside, column: whole(beside.column) } }),
    ...(rivals && { rivals: rivals.map(whole) }),
  }
}

/** What carries a field's own name within the list carries another outside of it. */
function wholeSources(
  fields: readonly FieldGuess[],
  sources: Readonly<Record<string, ColumnSource>>,
  whole: Name,
): Record<string, ColumnSource> {
  const byName = fields.map(({ field }) => [field, field] as const)
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(byName), ...sources }).flatMap(([field, source]) => {
      const own = wholeSource(source, whole)
      return own === field ? [] : [[field, own]]
    }),
  )
}

function wholeSource(source: ColumnSource, whole: Name): ColumnSource {
  if (typeof source === 'object' && 'columns' in source) {
    return { ...source, columns: source.columns.map((one) => wholeColumn(one, whole)) }
  }
  const isOfColumns = typeof source === 'string' || 'column' in source || 'address' in source
  return isOfColumns ? wholeColumn(source, whole) : source
}

function wholeColumn<One extends OneColumn | PartedAddress>(one: One, whole: Name): One
function wholeColumn(one: OneColumn | PartedAddress, whole: Name): OneColumn | PartedAddress {
  if (typeof one === 'string') return whole(one)
  if ('column' in one) return { ...one, column: whole(one.column) }
  const parts = Object.entries(one.address).flatMap(([part, column]) =>
    column === undefined ? [] : [[part, wholeColumn(column, whole)] as const],
  )
  return { ...one, address: Object.fromEntries(parts) }
}
