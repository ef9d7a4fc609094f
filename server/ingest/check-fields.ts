import { compareText } from '../domain/canonical.ts'
import type { FieldValue, RefusedField } from '../domain/record.ts'
import type { DatasetFile } from './dataset.ts'
import type { Unusable } from './facts/row.ts'
import { type Field, fieldsOf } from './fields.ts'
import type { FieldReader } from './mapping.ts'
import { valueChecker } from './normalise/check-value.ts'
import { isRefused, type Normal } from './normalise/normal.ts'
import { isUnreadable, type RawRow } from './readers/raw-row.ts'
import type { Reason } from './reasons.ts'
import { pointsAbove } from './value-above.ts'

export interface CheckedFields {
  /** As typed, after mapping: what the record keeps. In the order of their names, so that their JSON is canonical as it is. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** What fields of a type can take, in its written form: dates as days, listed values as listed. */
  readonly values: FieldValues
  /** Becomes the caller's own. */
  readonly refused: RefusedField[]
  /** Why the row cannot be placed: a required field that is empty or refused. */
  readonly unusable: Unusable | undefined
}

/** Values by the place of their field: a map for every row would cost more than checking it. */
export interface FieldValues {
  readonly places: ReadonlyMap<string, number>
  readonly list: readonly (readonly string[] | undefined)[]
}

/** Makes the reader of a file's fields by its mapping, which checks each against its type; made once, as nothing of it depends on a row. */
export function fieldChecker(
  { kind, readers }: DatasetFile,
  timeZone: string,
): (raw: RawRow) => CheckedFields {
  const compiled = Object.entries(fieldsOf[kind]).flatMap(([name, field]): CompiledField[] => {
    const read = readers.get(name)
    const { required, multiple } = field
    if (read === undefined) return required ? [{ name, required, multiple, read: () => [] }] : []
    return [{ name, required, multiple, read, check: checkOf(field, timeZone) }]
  })
  const byName = compiled
    .map(({ name }, place) => ({ name, place }))
    .toSorted((one, other) => compareText(one.name, other.name))
  const places = new Map(compiled.map(({ name }, place) => [name, place]))
  return (raw) => checkFields({ compiled, byName, places }, raw)
}

interface CompiledFields {
  readonly compiled: readonly CompiledField[]
  readonly byName: readonly PlacedField[]
  readonly places: FieldValues['places']
}

interface CompiledField extends Pick<Field, 'required' | 'multiple'> {
  readonly name: string
  readonly read: FieldReader
  /** Absent where a field takes any text. */
  readonly check?: ((typed: string) => Normal) | undefined
}

function checkOf({ type }: Field, timeZone: string): CompiledField['check'] {
  return type === 'text' ? undefined : valueChecker(type, timeZone)
}

interface RefusedValue extends RefusedField {
  readonly reason: Reason
}

/** A field and its place among those of its kind. */
interface PlacedField {
  readonly name: string
  readonly place: number
}

function checkFields({ compiled, byName, places }: CompiledFields, raw: RawRow): CheckedFields {
  const typed = new Array<FieldValue | undefined>(compiled.length)
  const list = new Array<readonly string[] | undefined>(compiled.length)
  const refused: RefusedValue[] = []
  let unusable: Unusable | undefined
  for (let place = 0; place < compiled.length; place += 1) {
    const field = compiled[place] as CompiledField
    const refusedBefore = refused.length
    const read = field.read(raw)
    typed[place] = typedValue(field, read, refused)
    list[place] = takenValues(field, read, refused)
    if (field.required && unusable === undefined && list[place] === undefined) {
      unusable = whyUnusable(field.name, refused[refusedBefore])
    }
  }
  const fields: Record<string, FieldValue> = {}
  for (const { name, place } of byName) {
    const value = typed[place]
    if (value !== undefined) fields[name] = value
  }
  return { fields, values: { places, list }, refused, unusable }
}

/** What the field holds as typed; undefined where it is empty. What is no value of one field goes to what was refused. */
function typedValue(
  { name, multiple }: CompiledField,
  read: ReturnType<FieldReader>,
  refused: RefusedValue[],
): FieldValue | undefined {
  if (isUnreadable(read)) {
    refused.push({ field: name, value: read.typed, reason: read.reason })
    return read.typed
  }
  if (multiple) return read.length === 0 ? undefined : [...read]
  if (read.length < 2) return read[0]
  refused.push({ field: name, value: read.join('|'), reason: 'value-list' })
  return [...read]
}

/** The values that the field can take; undefined where there are none. */
function takenValues(
  { name, multiple, check }: CompiledField,
  read: ReturnType<FieldReader>,
  refused: RefusedValue[],
): readonly string[] | undefined {
  if (isUnreadable(read) || read.length === 0) return undefined
  if (!multiple && 1 < read.length) return undefined
  if (check === undefined && !read.some(pointsAbove)) return read
  const taken = checkValues(name, check, read, refused)
  return taken.length === 0 ? undefined : taken
}

function checkValues(
  name: string,
  check: (typed: string) => Normal = (value) => ({ value }),
  read: readonly string[],
  refused: RefusedValue[],
): readonly string[] {
  const values: string[] = []
  for (const value of read) {
    const checked: Normal = pointsAbove(value) ? { reason: 'value-above' } : check(value)
    if (isRefused(checked)) refused.push({ field: name, value, reason: checked.reason })
    else values.push(checked.value)
  }
  return values
}

function whyUnusable(field: string, refused: RefusedValue | undefined): Unusable {
  return refused === undefined
    ? { field, value: '', reason: 'field-missing' }
    : { field, value: refused.value, reason: refused.reason }
}
