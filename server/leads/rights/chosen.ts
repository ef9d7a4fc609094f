import { compareText } from '../../domain/canonical.ts'
import type { GraphNode } from '../../domain/graph.ts'
import type { SourceRecord } from '../../domain/record.ts'
import { fieldOf, shopOf } from '../record-field.ts'
import { sameWriting } from '../same-writing.ts'

/** Rows that name rights, and what the author of a lead says of them. */
export interface RightRows {
  /** Every row of the store that is a right, or says who may use one. */
  readonly rows: readonly SourceRecord[]
  /** Rights that the author names: `right_id` or `dataset/right_id`. */
  readonly stated: readonly string[]
}

export interface RightSource {
  readonly shops: readonly string[]
  readonly nodes: readonly GraphNode[]
  /** Rights and who may use them, test buys and listings; other rows do no harm. */
  readonly records: readonly SourceRecord[]
  readonly stated: readonly string[]
}

/** A right with what brings it into a lead. */
export interface ChosenRight {
  readonly id: string
  readonly row: SourceRecord
  readonly stated: boolean
  readonly testBuys: readonly SourceRecord[]
  readonly listings: readonly SourceRecord[]
  /** Shops that name the mark as their brand. */
  readonly branded: readonly string[]
  readonly authorised: readonly SourceRecord[]
}

/** The rights that a ring's rows or the author lead to: named by a test buy, with a mark that a shop or listing shows as its brand, or stated. Sorted by id. */
export function chosenRights(source: RightSource): ChosenRight[] {
  const rows = source.records.filter(({ kind }) => kind === 'right')
  return rows
    .filter(
      (row, index) => rows.findLastIndex((other) => rightId(other) === rightId(row)) === index,
    )
    .map((row) => chosen(row, rows, source))
    .filter(
      ({ stated, testBuys, listings, branded }) =>
        stated || 0 < testBuys.length + listings.length + branded.length,
    )
    .toSorted((a, b) => compareText(a.id, b.id))
}

/** Those of the stated rights that no row is. */
export function unknownRights({ rows, stated }: RightRows): string[] {
  const known = rows.filter(({ kind }) => kind === 'right')
  return stated.filter((name) => !known.some((row) => isNamed(name, row)))
}

export function rightId(row: SourceRecord): string {
  return `${row.dataset}/${fieldOf(row, 'right_id')}`
}

/** Whether the brand of something is the mark of a right. */
export function isMark(brand: string, right: SourceRecord): boolean {
  return sameWriting(brand, fieldOf(right, 'mark'))
}

function chosen(
  row: SourceRecord,
  rows: readonly SourceRecord[],
  { shops, nodes, records, stated }: RightSource,
): ChosenRight {
  const own = records.filter((record) => shopOf(record, shops) !== undefined)
  const members = new Set(shops)
  return {
    id: rightId(row),
    row,
    stated: stated.some((name) => isNamed(name, row)),
    testBuys: own.filter((record) => record.kind === 'test_buy' && names(record, row, rows)),
    listings: own.filter(
      (record) => record.kind === 'listing' && isMark(fieldOf(record, 'brand'), row),
    ),
    branded: nodes
      .filter(({ key, properties }) => {
        const brands = [properties['brands'] ?? []].flat().map(String)
        return members.has(key) && brands.some((brand) => isMark(brand, row))
      })
      .map(({ key }) => key),
    authorised: records.filter(
      (record) => record.kind === 'authorised' && names(record, row, rows, 'right_id'),
    ),
  }
}

/** Ids of rights are those of their dataset; one of another dataset is meant only where the own dataset has none and no two others share it. */
function names(
  record: SourceRecord,
  right: SourceRecord,
  rows: readonly SourceRecord[],
  field = 'right',
): boolean {
  const id = fieldOf(record, field)
  if (id === '' || id !== fieldOf(right, 'right_id')) return false
  if (record.dataset === right.dataset) return true
  const datasets = new Set(
    rows.filter((row) => fieldOf(row, 'right_id') === id).map(({ dataset }) => dataset),
  )
  return !datasets.has(record.dataset) && datasets.size === 1
}

function isNamed(name: string, row: SourceRecord): boolean {
  return name === rightId(row) || name === fieldOf(row, 'right_id')
}
