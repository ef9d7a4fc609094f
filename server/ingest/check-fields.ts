import type { FieldValue, RefusedField } from '../domain/record.ts'
import type { DatasetFile } from './dataset.ts'
import type { Unusable } from './facts/row.ts'
import { type Field, fieldsOf } from './fields.ts'
import type { FieldReader } from './mapping.ts'
import { checkValue } from './normalise/check-value.ts'
import { isRefused } from './normalise/normal.ts'
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

/** Reads the fields of a row by its file's mapping and checks each against its type. */
export function checkFields(
  { kind, readers }: DatasetFile,
  raw: RawRow,
  timeZone: string,
): CheckedFields {
  const fields: Record<string, FieldValue> = {}
  const values = new Map<string, readonly string[]>()
  const refused: RefusedField[] = []
  let unusable: Unusable | undefined
  for (const [name, field] of Object.entries(fieldsOf[kind])) {
    const read = readField(name, field, readers.get(name)?.(raw) ?? [], timeZone)
    if (read.typed !== undefined) fields[name] = read.typed
    if (read.values.length > 0) values.set(name, read.values)
    refused.push(...read.refused)
    if (field.required && read.values.length === 0) unusable ??= whyUnusable(name, read.refused)
  }
  return { fields, values, refused, unusable }
}

interface RefusedValue extends RefusedField {
  readonly reason: Reason
}

interface FieldRead {
  readonly typed: FieldValue | undefined
  readonly values: readonly string[]
  readonly refused: readonly RefusedValue[]
}

function readField(
  name: string,
  field: Field,
  read: ReturnType<FieldReader>,
  timeZone: string,
): FieldRead {
  if (isUnreadable(read)) {
    const { typed, reason } = read
    return { typed, values: [], refused: [{ field: name, value: typed, reason }] }
  }
  const [first, ...rest] = read
  if (first === undefined) return { typed: undefined, values: [], refused: [] }
  if (!field.multiple && rest.length > 0) {
    const value = read.join('|')
    return {
      typed: [...read],
      values: [],
      refused: [{ field: name, value, reason: 'value-list' }],
    }
  }
  return { typed: field.multiple ? [...read] : first, ...checkValues(name, field, read, timeZone) }
}

function checkValues(
  name: string,
  { type }: Field,
  read: readonly string[],
  timeZone: string,
): Pick<FieldRead, 'values' | 'refused'> {
  const values: string[] = []
  const refused: RefusedValue[] = []
  for (const value of read) {
    const checked = checkValue(value, type, timeZone)
    if (isRefused(checked)) refused.push({ field: name, value, reason: checked.reason })
    else values.push(checked.value)
  }
  return { values, refused }
}

function whyUnusable(field: string, [refused]: readonly RefusedValue[]): Unusable {
  return refused === undefined
    ? { field, value: '', reason: 'field-missing' }
    : { field, value: refused.value, reason: refused.reason }
}
