import type { FileChoice } from '../../domain/proposal.ts'
import type { RecordKind } from '../../domain/record.ts'
import { fieldsOf } from '../fields.ts'
import { openTable, type PlacedColumns, type Table } from './column-table.ts'
import { fieldByContent } from './content-shapes.ts'
import { headerWord } from './field-words.ts'
import { fits, speaksFor } from './header-fit.ts'
import { isOfStranger } from './header-parts.ts'
import { placeAddresses } from './place-addresses.ts'
import type { SampledColumn } from './read-column.ts'

/**
 * Places the columns of a file: as a person chose, else by the field's name, else by a word for it, else by a word that the header holds, else by what they hold. Further columns for a field that takes several values are added to
 * the first.
 */
export function placeColumns(
  kind: RecordKind,
  columns: readonly SampledColumn[],
  chosen: FileChoice['columns'] = {},
): PlacedColumns {
  const table = openTable(fieldsOf[kind], columns)
  placeChosen(kind, table, chosen)
  placeKey(kind, table, columns)
  placeByHeader(kind, table, fits.slice(0, 1))
  placeAddresses(kind, table, columns)
  placeByHeader(kind, table, fits)
  placeByContent(kind, table)
  addFurther(kind, table)
  return table.placed()
}

function placeChosen(kind: RecordKind, table: Table, chosen: FileChoice['columns']): void {
  for (const { column } of table.columnsLeft()) {
    if (!Object.hasOwn(chosen, column)) continue
    const field = chosen[column] ?? ''
    const isTakenFor = table.isFree(field) || isOfSeveral(kind, field)
    if (isTakenFor) table.add(field, { column, reason: 'chosen' })
    else table.leaveOut(column)
  }
}

function isOfSeveral(kind: RecordKind, field: string): boolean {
  return Object.hasOwn(fieldsOf[kind], field) && fieldsOf[kind][field]?.multiple === true
}

function placeByHeader(kind: RecordKind, table: Table, by: typeof fits): void {
  for (const { reason, speaksFor: speaks } of by) {
    for (const { column, values } of table.columnsLeft()) {
      const field = speaks(kind, column).find(table.isFree)
      if (field === undefined) continue
      if (reason === 'part' && looksOtherwise(kind, field, values)) continue
      table.add(field, { column, reason })
    }
  }
}

/** 店铺地址 is where a shop stands in one table, and its page in another. */
function looksOtherwise(kind: RecordKind, field: string, values: readonly string[]): boolean {
  const shown = fieldByContent(values, (own) => Object.hasOwn(fieldsOf[kind], own))
  return shown !== undefined && shown !== field
}

function placeByContent(kind: RecordKind, table: Table): void {
  for (const { column, values } of table.columnsLeft()) {
    const field = isOfStranger(kind, column) ? undefined : fieldByContent(values, table.isFree)
    if (field !== undefined) table.add(field, { column, reason: 'content' })
  }
}

/** By kind of row, the field that names a shop by its key, which many tables give in two columns. */
const shopKeys: Partial<Record<RecordKind, string>> = { parcel: 'shop', event: 'subject' }

/** Takes the key of a shop from its platform and its id there, unless a column holds keys as they are. */
function placeKey(kind: RecordKind, table: Table, columns: readonly SampledColumn[]): void {
  const field = shopKeys[kind]
  if (field === undefined) return
  const [chosen] = table.at(field)
  const id =
    chosen === undefined
      ? table.columnsLeft().find(({ column }) => isShopId(column))
      : columns.find(({ column }) => column === chosen.column)
  const beside = table.columnsLeft().find(({ column }) => speaksFor('shop', 'platform', column))
  if (id === undefined || beside === undefined || id.values.some((value) => /[/:]/.test(value))) {
    return
  }
  const reason = chosen?.reason ?? 'word'
  table.replace(field, { column: id.column, reason, beside: beside.column })
}

/** A mere id is that of the row. */
function isShopId(header: string): boolean {
  return headerWord(header) !== 'id' && speaksFor('shop', 'shop_id', header)
}

/** Columns for a field that has one already and takes several values. */
function addFurther(kind: RecordKind, table: Table): void {
  for (const { column } of table.columnsLeft()) {
    const found = fits
      .map(({ reason, speaksFor: speaks }) => ({
        reason,
        field: speaks(kind, column).find((own) => isOfSeveral(kind, own) && !table.isFree(own)),
      }))
      .find(({ field }) => field !== undefined)
    if (found?.field === undefined) continue
    const { field, reason } = found
    table.add(field, { column, reason })
  }
}
