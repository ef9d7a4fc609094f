import { addressParts } from '../domain/address-parts.ts'
import { refusal } from '../domain/refusals.ts'
import type { ColumnSource, FileEntry, OneColumn, PartedAddress } from './dataset-schema.ts'
import { type Field, fieldsOf } from './fields.ts'
import { putTogether } from './put-together.ts'
import { withoutParents } from './readers/nested-cells.ts'
import type { RawRow, UnreadableCell } from './readers/raw-row.ts'
import { isUnreadable } from './readers/raw-row.ts'
import { transformer } from './transforms.ts'

/** What one row holds for one field: its values, none when it is empty, or a cell that is no text. */
export type FieldReader = (raw: RawRow) => readonly string[] | UnreadableCell

export interface Mapping {
  readonly readers: ReadonlyMap<string, FieldReader>
  /** Columns that feed no field, so that their contents are not loaded; in the file's order. */
  readonly unusedColumns: readonly string[]
  /** Columns that the entry names and none of the rows looked at has, where any later row may have them. */
  readonly notFound: readonly string[]
  /** Columns of the fields that a row cannot be placed without. */
  readonly keyColumns: readonly string[]
}

/** The columns of a file as far as they are known before it is read. */
export interface Columns {
  /** As the messages call the file. */
  readonly file: string
  readonly names: readonly string[]
  /** False for formats without a header, where a column may first appear in a later row. */
  readonly complete: boolean
  /** What separates the values of one cell; none where lists are written as lists. */
  readonly listSeparator: string | undefined
}

/**
 * How the columns of a file become the fields of its record kind: as its entry says, and for the rest by name. Throws a RefusalError
 * when the entry names a field or column that does not exist, and when nothing gives a required field.
 */
export function mapColumns(entry: FileEntry, columns: Columns): Mapping {
  const fields = fieldsOf[entry.kind]
  refuseUnknownFields(entry, columns)
  const sources = new Map<string, ColumnSource>()
  for (const field of Object.keys(fields)) {
    const source = entry.columns[field] ?? byName(entry, field, columns)
    if (source !== undefined) sources.set(field, source)
  }
  const readers = new Map<string, FieldReader>()
  for (const [field, source] of sources) {
    readers.set(field, fieldReader(source, asField(fields[field]), columns.listSeparator))
  }
  for (const [field, constant] of Object.entries(entry.constants)) {
    readers.set(field, () => [constant].flat())
  }
  const used = new Set([...sources.values()].flatMap(columnsOfSource))
  refuseMissingColumns(used, columns)
  refuseMissingFields(entry, readers, columns)
  const named = Object.values(entry.columns).flatMap(columnsOfSource)
  const keys = [...sources].filter(([field]) => fields[field]?.required)
  return {
    readers,
    unusedColumns: withoutParents(columns).filter((name) => !used.has(name)),
    notFound: named.filter((name) => !columns.names.includes(name)),
    keyColumns: keys.flatMap(([, source]) => columnsOfSource(source)),
  }
}

const noField: Field = { required: false, multiple: false, type: 'text' }

function asField(field: Field | undefined): Field {
  return field ?? noField
}

/** A column that carries the field's own name; where columns are not all known, any row may have one. */
function byName(entry: FileEntry, field: string, columns: Columns): string | undefined {
  if (field in entry.constants) return undefined
  return columns.names.includes(field) || !columns.complete ? field : undefined
}

/** The columns that a field is taken from. */
export function columnsOfSource(source: ColumnSource): readonly string[] {
  if (typeof source === 'string') return [source]
  if ('columns' in source) return source.columns.flatMap(columnsOfSource)
  if ('address' in source) return partsOf(source).flatMap(([, column]) => columnsOfSource(column))
  return 'column' in source ? [source.column] : []
}

function fieldReader(
  source: ColumnSource,
  field: Field,
  listSeparator: string | undefined,
): FieldReader {
  if (typeof source === 'string') return fieldReader({ column: source }, field, listSeparator)
  if ('constant' in source) return () => [source.constant]
  if ('row' in source) return ({ row }) => [`${source.prefix ?? ''}${row}`]
  if ('columns' in source) return joinedReader(source, field)
  if ('address' in source) return addressReader(source)
  const split = source.split ?? (field.multiple ? listSeparator : undefined)
  const read = transformer({ ...source, split }, field.type)
  // A number over several rows is of all of them together: in each it would count several times.
  const isForAll = field.type === 'number'
  return ({ cells, merged }) =>
    isForAll && merged?.has(source.column) ? [] : read(cells.get(source.column) ?? '')
}

type JoinedColumns = Extract<ColumnSource, { columns: unknown }>

function joinedReader(source: JoinedColumns, field: Field): FieldReader {
  const split = source.split ?? (field.multiple ? '|' : undefined)
  const read = transformer({ ...source, split }, field.type)
  const readParts = source.columns.map(partReader)
  return (raw) => {
    const texts: string[] = []
    for (const readPart of readParts) {
      const values = readPart(raw)
      if (isUnreadable(values)) return values
      if (0 < values.length) texts.push(values.join(source.join))
    }
    const isHalf = source.whole === true && texts.length < readParts.length
    return isHalf ? [] : read(texts.join(source.join))
  }
}

function partReader(part: OneColumn | PartedAddress): FieldReader {
  if (typeof part === 'object' && 'address' in part) return addressReader(part)
  const { column, ...steps } = typeof part === 'string' ? { column: part } : part
  const read = transformer(steps, 'text')
  return ({ cells }) => read(cells.get(column) ?? '')
}

function partsOf({ address }: Pick<PartedAddress, 'address'>) {
  return addressParts.flatMap((part) => {
    const column = address[part]
    return column === undefined ? [] : [[part, column] as const]
  })
}

/** Parts that are empty are left out, and an address of none is none. */
function addressReader({ address, order = 'en' }: PartedAddress): FieldReader {
  const readers = partsOf({ address }).map(([part, column]) => [part, partReader(column)] as const)
  return (raw) => {
    const parts: Record<string, string> = {}
    for (const [part, read] of readers) {
      const values = read(raw)
      if (isUnreadable(values)) return values
      if (0 < values.length) parts[part] = values.join(' ')
    }
    const whole = putTogether(parts, order)
    return whole === '' ? [] : [whole]
  }
}

function refuseUnknownFields(entry: FileEntry, { file }: Columns): void {
  const known = Object.keys(fieldsOf[entry.kind])
  const named = [
    ...Object.keys(entry.columns),
    ...Object.keys(entry.constants),
    ...Object.keys(entry.expect?.filled ?? {}),
  ]
  const unknown = named.filter((field) => !known.includes(field))
  if (unknown.length > 0) {
    throw refusal('mapping-unknown-fields', { file, fields: unknown, kind: entry.kind, known })
  }
  const twice = Object.keys(entry.columns).find((field) => field in entry.constants)
  if (twice !== undefined) {
    throw refusal('mapping-field-twice', { file, field: twice })
  }
}

function refuseMissingColumns(used: ReadonlySet<string>, columns: Columns): void {
  if (!columns.complete) return
  const missing = [...used].filter((name) => !columns.names.includes(name))
  if (missing.length > 0) {
    throw refusal('mapping-missing-columns', {
      file: columns.file,
      columns: missing,
      found: columns.names,
    })
  }
  const repeated = [...used].find(
    (name) => columns.names.includes(`${name} (2)`) && !used.has(`${name} (2)`),
  )
  if (repeated !== undefined) {
    throw refusal('mapping-repeated-column', { file: columns.file, column: repeated })
  }
}

function refuseMissingFields(
  entry: FileEntry,
  readers: ReadonlyMap<string, FieldReader>,
  columns: Columns,
): void {
  const required = Object.entries(fieldsOf[entry.kind]).filter(([, field]) => field.required)
  const missing = required
    .map(([name]) => name)
    .filter((name) => !readers.has(name) || neverFilled(name, entry, columns))
  if (missing.length === 0) return
  throw refusal('mapping-missing-fields', {
    file: columns.file,
    fields: missing,
    kind: entry.kind,
    found: columns.names,
  })
}

/** Whether no row of those looked at has the column that a field is taken from by name. */
function neverFilled(name: string, entry: FileEntry, { names, complete }: Columns): boolean {
  const byItsName = !(name in entry.columns) && !(name in entry.constants)
  return !complete && byItsName && names.length > 0 && !names.includes(name)
}
