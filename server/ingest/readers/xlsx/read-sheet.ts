import { basename } from 'node:path'

import { headerGatherer } from '../header-gatherer.ts'
import type { HeaderPlace } from '../header-place.ts'
import type { CellRows } from '../joined-header.ts'
import { BrokenFileError, type Cell, isUnreadable, maxRowLength, type RawRow } from '../raw-row.ts'
import { cellOf, type TypedCell } from './cell.ts'
import { columnOf } from './column-name.ts'
import { fillDown, readMergedDown } from './merged-cells.ts'
import { openParts } from './parts.ts'
import { chooseSheet, readWorkbook, type Workbook } from './workbook.ts'
import { parseXml } from './xml.ts'

/** A row of a sheet. */
interface SheetRow {
  /** As the sheet counts it, blank ones included; 1 is the first. */
  readonly number: number
  /** By column, 0 being the first, what is filled in. */
  readonly cells: Map<number, Cell>
}

/**
 * The rows of one sheet of an XLSX workbook below its header, which is its first filled row where nothing else is said. Values as they were last worked out, never formulas; days as ISO 8601. Empty
 * rows are no rows. A cell below the header that is merged over several rows says the same in each. A row that is filled beyond the header is a problem of that row alone. Holds the workbook's different texts and one piece of the sheet in memory.
 */
export async function* readXlsx(
  path: string,
  sheet: string | undefined,
  place: Partial<HeaderPlace> = {},
): AsyncGenerator<RawRow> {
  let row = 0
  try {
    let fill = fillDown([])
    const rows = sheetRows(path, sheet, async (text) => {
      fill = fillDown(await readMergedDown(text))
    })
    for await (const { header, number, cells } of rowsBelowHeader(rows, place)) {
      row += 1
      yield rowOf(row, header, { cells, merged: fill(number, cells) })
    }
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error
    throw Object.assign(new BrokenFileError(row + 1, error.message), { cause: error })
  }
}

async function* rowsBelowHeader(
  rows: AsyncIterable<SheetRow>,
  place: Partial<HeaderPlace>,
): AsyncGenerator<SheetRow & { readonly header: readonly string[] }> {
  const gathered = headerGatherer(place)
  let header: readonly string[] | undefined
  for await (const row of rows) {
    const isAbove = header === undefined
    if (isAbove && gathered.take(textsOf(row))) header = gathered.names()
    if (header !== undefined && (!isAbove || gathered.lastIsRow)) yield { ...row, header }
  }
}

/** The cells of a sheet that are merged over several rows. */
export async function mergedDownIn(path: string, wanted: string | undefined) {
  using parts = await openParts(path)
  const workbook = await readWorkbook(parts, basename(path))
  return await readMergedDown(parts.text(chooseSheet(workbook, wanted, basename(path)).part))
}

/** The names in the header of a sheet; undefined for a sheet without any. */
export async function readXlsxHeader(
  path: string,
  sheet: string | undefined,
  place: Partial<HeaderPlace> = {},
): Promise<string[] | undefined> {
  const header = headerGatherer(place)
  for await (const row of sheetRows(path, sheet)) if (header.take(textsOf(row))) break
  return header.names()
}

/** The cells of the first filled rows of a sheet, at most so many. */
export async function firstXlsxRows(
  path: string,
  sheet: string | undefined,
  most: number,
): Promise<CellRows> {
  const rows: string[][] = []
  for await (const row of sheetRows(path, sheet)) {
    rows.push(textsOf(row))
    if (rows.length === most) break
  }
  return rows
}

/** Which sheet is read, and which others there are. */
export async function sheetNames(
  path: string,
  wanted: string | undefined,
): Promise<{ chosen: string; others: string[] }> {
  using parts = await openParts(path)
  const workbook = await readWorkbook(parts, basename(path))
  const { name: chosen } = chooseSheet(workbook, wanted, basename(path))
  const shown = workbook.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)
  return { chosen, others: shown.filter((name) => name !== chosen) }
}

/** What no text can be made of is as it is typed. */
function textsOf({ cells }: SheetRow): string[] {
  const width = Math.max(-1, ...cells.keys()) + 1
  return Array.from({ length: width }, (_, at) => {
    const cell = cells.get(at) ?? ''
    return isUnreadable(cell) ? cell.typed : String(cell)
  })
}

function rowOf(
  row: number,
  header: readonly string[],
  { cells: filled, merged }: Pick<SheetRow, 'cells'> & { readonly merged: ReadonlySet<number> },
): RawRow {
  const cells = new Map<string, Cell>(header.map((name, at) => [name, filled.get(at) ?? '']))
  const beyond = [...filled.keys()].filter((column) => header.length <= column)
  for (const column of beyond) cells.set(`column ${column + 1}`, filled.get(column) ?? '')
  const names = [...merged].map((column) => header[column] ?? '')
  return {
    ...{ row, cells },
    ...(0 < names.length && { merged: new Set(names) }),
    ...(0 < beyond.length && { problem: 'row-ragged' as const }),
  }
}

/** `lookFirst` gets the whole text of the sheet before its rows are read. */
async function* sheetRows(
  path: string,
  wanted: string | undefined,
  lookFirst: (text: AsyncIterable<string>) => Promise<void> = async () => undefined,
): AsyncGenerator<SheetRow> {
  using parts = await openParts(path)
  const workbook = await readWorkbook(parts, basename(path))
  const { part } = chooseSheet(workbook, wanted, basename(path))
  await lookFirst(parts.text(part))
  const gathered = rowGatherer(workbook)
  for await (const _piece of parseXml(parts.text(part), gathered.listener)) yield* gathered.take()
}

/** The most columns that a sheet has: A to XFD. */
const mostColumns = 16_384

function rowGatherer(workbook: Workbook) {
  let rows: SheetRow[] = []
  let row = new Map<number, Cell>()
  let number = 0
  let column = -1
  let length = 0
  let cell: TypedCell | undefined
  let inside: 'value' | 'text' | undefined
  let silent = false
  const openCell = ({ r, t = 'n', s }: Readonly<Record<string, string>>) => {
    column = r === undefined ? column + 1 : columnOf(r)
    if (mostColumns <= column) throw new BrokenFileError(0, 'has a cell beyond the last column')
    cell = { type: t, style: Number(s ?? -1), text: '' }
  }
  const closeCell = () => {
    if (cell === undefined) return
    const value = cellOf(cell, workbook)
    if (typeof value !== 'string' || value.trim() !== '') row.set(column, value)
    cell = undefined
  }
  const listener = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') {
        row = new Map()
        number = Number(attributes.r ?? number + 1)
        column = -1
        length = 0
      }
      if (name === 'c') openCell(attributes)
      if (name === 'rPh') silent = true
      if (name === 'v') inside = 'value'
      if (name === 't' && !silent) inside = 'text'
    },
    text(piece: string) {
      if (inside === undefined || cell === undefined) return
      length += piece.length
      if (maxRowLength < length) throw new BrokenFileError(0, 'never ends')
      cell.text += piece
    },
    close(name: string) {
      if (name === 'v' || name === 't') inside = undefined
      if (name === 'rPh') silent = false
      if (name === 'c') closeCell()
      if (name === 'row' && 0 < row.size) rows.push({ number, cells: row })
    },
  }
  return {
    listener,
    take() {
      const taken = rows
      rows = []
      return taken
    },
  }
}
