import type { RecordKind } from '../../domain/record.ts'
import { fieldsOf } from '../fields.ts'
import { addressesIn, type ColumnsOfAddress, type PartColumn } from './address-columns.ts'
import { postcodeOf } from './address-words.ts'
import type { Table } from './column-table.ts'
import { speaksFor } from './header-fit.ts'
import type { SampledColumn } from './read-column.ts'

/** Puts together what stands of an address in several columns. Of what a person placed elsewhere nothing is taken. */
export function placeAddresses(
  kind: RecordKind,
  table: Table,
  columns: readonly SampledColumn[],
): void {
  const left = new Set(table.columnsLeft().map(({ column }) => column))
  for (const found of addressesIn(
    kind,
    columns.map(({ column }) => column),
  )) {
    const held = new Map(table.at(found.field).map(({ column, reason }) => [column, reason]))
    const own = withStreet(kind, table, found).filter(
      ({ column }) => left.has(column) || held.has(column),
    )
    const { apart, parts } = divided(kind, { ...found, parts: own }, columns)
    const names = new Set(parts.map(({ column }) => column))
    const others = table.at(found.field).filter(({ column }) => !names.has(column))
    const isTaken = 0 < others.length && fieldsOf[kind][found.field]?.multiple !== true
    if (parts.length < 2 || isTaken) continue
    const address = { ...found, parts }
    table.replace(
      found.field,
      ...others,
      ...parts.map(({ column, reason }) => ({
        ...{ column, reason: held.get(column) ?? reason, partOf: address },
      })),
    )
    for (const { field, column, reason } of apart) {
      if (table.isFree(field)) table.add(field, { column, reason })
    }
  }
}

/** Where rows have one address, a column for all of it is its street: 住所 beside 经营者省份. */
function withStreet(
  kind: RecordKind,
  table: Table,
  { field, parts }: ColumnsOfAddress,
): readonly PartColumn[] {
  if (fieldsOf[kind][field]?.multiple === true) return parts
  if (parts.some(({ part }) => part === 'street')) return parts
  const names = new Set(parts.map(({ column }) => column))
  const whole = [...table.at(field), ...table.columnsLeft()].find(
    ({ column }) => !names.has(column) && speaksFor(kind, field, column),
  )
  if (whole === undefined) return parts
  return [...parts, { column: whole.column, part: 'street', reason: 'word' }]
}

/** The parts without those for which rows have a field of their own: the country, and the postcode of a Chinese address, which is written without. */
function divided(kind: RecordKind, address: ColumnsOfAddress, columns: readonly SampledColumn[]) {
  const isChinese = isInChinese(address, columns)
  const has = (field: string) => Object.hasOwn(fieldsOf[kind], field)
  const ownField = ({ part }: PartColumn) => {
    if (part === 'country') return has('country') ? 'country' : undefined
    return part === 'postcode' && isChinese ? postcodeOf(address.field) : undefined
  }
  return {
    apart: address.parts.flatMap((own) => {
      const field = ownField(own)
      return field === undefined ? [] : [{ ...own, field }]
    }),
    parts: address.parts.filter((own) => ownField(own) === undefined),
  }
}

const hasHan = /\p{Script=Han}/u

/** Whether most of what is said of where it is within its country is. */
function isInChinese({ parts }: ColumnsOfAddress, columns: readonly SampledColumn[]): boolean {
  const names = new Set(
    parts.flatMap(({ column, part }) =>
      part === 'country' || part === 'postcode' ? [] : [column],
    ),
  )
  const values = columns.filter(({ column }) => names.has(column)).flatMap((own) => own.values)
  return values.length < 2 * values.filter((value) => hasHan.test(value)).length
}
