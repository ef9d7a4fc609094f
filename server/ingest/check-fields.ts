import type { FieldValue, RefusedField } from '../domain/record.ts'
import type { DatasetFile } from './dataset.ts'
import type { Unusable } from './facts/row.ts'
import { type Field, fieldsOf } from './fields.ts'
import type { FieldReader } from './mapping.ts'
import { valueChecker } from './normalise/check-value.ts'
import { isRefused, type Normal } from './normalise/normal.ts'
import { isUnreadable, type RawRow } from './readers/raw-row.ts'
import type { Reason } from './reasons.ts'

export interface CheckedFields {
  /** As typed, after mapping: what the record keeps. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** What fields of a type can take, in its written form: dates as days, listed values as listed. */
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly refused: readonly RefusedField[]
  /** Why the row cannot be placed: a required field that is empty or refused. */
  readonly unusable: Unusable | undefined
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
  return (raw) => checkFields(compiled, raw)
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

interface Gathered {
  readonly fields: Record<string, FieldValue>
  readonly values: Map<string, readonly string[]>
  readonly refused: RefusedValue[]
}

function checkFields(compiled: readonly CompiledField[], raw: RawRow): CheckedFields {
  const gathered: Gathered = { fields: {}, values: new Map(), refused: [] }
  let unusable: Unusable | undefined
  for (const field of compiled) {
    const refusedBefore = gathered.refused.length
    readField(field, field.read(raw), gathered)
    if (field.required && unusable === undefined && !gathered.values.has(field.name)) {
      unusable = whyUnusable(field.name, gathered.refused[refusedBefore])
    }
  }
  return { ...gathered, unusable }
}

function readField(field: CompiledField, read: ReturnType<FieldReader>, gathered: Gathered): void {
  const { name, multiple } = field
  const { fields, values, refused } = gathered
  if (isUnreadable(read)) {
    fields[name] = read.typed
    refused.push({ field: name, value: read.typed, reason: read.reason })
    return
  }
  const [first] = read
  if (first === undefined) return
  if (!multiple && 1 < read.length) {
    fields[name] = [...read]
    refused.push({ field: name, value: read.join('|'), reason: 'value-list' })
    return
  }
  fields[name] = multiple ? [...read] : first
  const taken = field.check === undefined ? read : checkValues(name, field.check, read, refused)
  if (taken.length > 0) values.set(name, taken)
}

function checkValues(
  name: string,
  check: (typed: string) => Normal,
  read: readonly string[],
  refused: RefusedValue[],
): readonly string[] {
  const values: string[] = []
  for (const value of read) {
    const checked = check(value)
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
