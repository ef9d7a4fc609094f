import { basename } from 'node:path'

import { headerGatherer } from '../header-gatherer.ts'
import type { HeaderPlace } from '../header-place.ts'
import type { CellRows } from '../joined-header.ts'
import { BrokenFileError, type Cell, isUnreadable, maxRowLength, type RawRow } from '../raw-row.ts'
import { cellOf, type TypedCell } from './cell.ts'
import { openParts } from './parts.ts'
import { chooseSheet, readWorkbook, type Workbook } from './workbook.ts'
import { parseXml } from './xml.ts'

/** A row of a sheet: by column, 0 being the first, what is filled in. */
type SheetRow = ReadonlyMap<number, Cell>

/**
 * The rows of one sheet of an XLSX workbook below its header, which is its first filled row where nothing else is said. Values as they were last worked out, never formulas; days as ISO 8601. Empty
 * rows are no rows. A row that is filled beyond the header is a problem of that row alone. Holds the workbook's different texts and one piece of the sheet in memory.
 */
export async function* readXlsx(
  path: string,
  sheet: string | undefined,
  place: Partial<HeaderPlace> = {},
): AsyncGenerator<RawRow> {
  const gathered = headerGatherer(place)
  let header: readonly string[] | undefined
  let row = 0
  try {
    for await (const cells of sheetRows(path, sheet)) {
      if (header === undefined) {
        if (gathered.take(textsOf(cells))) header = gathered.names()
        if (header === undefined || !gathered.lastIsRow) continue
      }
      row += 1
      yield rowOf(row, header, cells)
    }
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error
    throw Object.assign(new BrokenFileError(row + 1, error.message), { cause: error })
  }
}

/** The names in the header of a sheet; undefined for a sheet without any. */
export async function readXlsxHeader(
  path: string,
  sheet: string | undefined,
  place: Partial<HeaderPlace> = {},
): Promise<string[] | undefined> {
  const header = headerGatherer(place)
  for await (const cells of sheetRows(path, sheet)) if (header.take(textsOf(cells))) break
  return header.names()
}

/** The cells of the first filled rows of a sheet, at most so many. */
export async function firstXlsxRows(
  path: string,
  sheet: string | undefined,
  most: number,
): Promise<CellRows> {
  const rows: string[][] = []
  for await (const cells of sheetRows(path, sheet)) {
    rows.push(textsOf(cells))
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
function textsOf(cells: SheetRow): string[] {
  const width = Math.max(-1, ...cells.keys()) + 1
  return Array.from({ length: width }, (_, at) => {
    const cell = cells.get(at) ?? ''
    return isUnreadable(cell) ? cell.typed : String(cell)
  })
}

function rowOf(row: number, header: readonly string[], filled: SheetRow): RawRow {
  const cells = new Map<string, Cell>(header.map((name, at) => [name, filled.get(at) ?? '']))
  const beyond = [...filled.keys()].filter((column) => header.length <= column)
  for (const column of beyond) cells.set(`column ${column + 1}`, filled.get(column) ?? '')
  return { row, cells, ...(0 < beyond.length && { problem: 'row-ragged' as const }) }
}

async function* sheetRows(path: string, wanted: string | undefined): AsyncGenerator<SheetRow> {
  using parts = await openParts(path)
  const workbook = await readWorkbook(parts, basename(path))
  const { part } = chooseSheet(workbook, wanted, basename(path))
  const gathered = rowGatherer(workbook)
  for await (const _piece of parseXml(parts.text(part), gathered.listener)) yield* gathered.take()
}

/** The most columns that a sheet has: A to XFD. */
const mostColumns = 16_384

function rowGatherer(workbook: Workbook) {
  let rows: SheetRow[] = []
  let row = new Map<number, Cell>()
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
      if (name === 'row' && 0 < row.size) rows.push(row)
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

/** `BC12` is column 54, the first being 0. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,4}/i.exec(reference)?.[0].toUpperCase() ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  return column - 1
}
