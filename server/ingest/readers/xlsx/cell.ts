import type { Cell } from '../raw-row.ts'
import type { Workbook } from './workbook.ts'

/** A cell as its part tells it. */
export interface TypedCell {
  /** `s` names a shared text, `str` and `inlineStr` are text, `b` true or false, `e` an error, `d` a day in ISO 8601, `n` a number. */
  readonly type: string
  readonly style: number
  text: string
}

type Around = Pick<Workbook, 'texts' | 'days' | 'from1904'>

/** A cell's value as text. Numbers that a spreadsheet has rounded, such as those of bank cards, and errors are unreadable. */
export function cellOf(cell: TypedCell, around: Around): Cell {
  return (readers[cell.type] ?? asText)(cell, around)
}

/** By type; those not named are text. */
const readers: Readonly<Record<string, (cell: TypedCell, around: Around) => Cell>> = {
  s: ({ text }, { texts }) => unescaped(texts[Number(text)] ?? ''),
  e: ({ text }) => ({ typed: text, reason: 'cell-error' }),
  b: ({ text }) => (text === '1' ? 'true' : 'false'),
  n: asNumber,
}

function asText({ text }: TypedCell): Cell {
  return unescaped(text)
}

function asNumber({ style, text }: TypedCell, { days, from1904 }: Around): Cell {
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) return text
  if (days[style] === true) return dayOf(number, from1904) ?? text
  const written = Number.isInteger(number) ? BigInt(number).toString() : String(number)
  return exactBelow <= Math.abs(number) ? { typed: written, reason: 'number-imprecise' } : written
}

/** Spreadsheets keep 15 digits of a number and write zeros for the rest. */
const exactBelow = 1e15

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376 part 1, §22.9.2.19). */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text
    .replaceAll(/_x([\dA-F]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .toWellFormed()
}

const dayMs = 86_400_000
/** Day 1 is 1900-01-01, and a day 60 that never was stands between February and March. */
const falseLeapDay = 60

/** The day, or the moment without a zone, that a count of days means; undefined outside the years 1900 to 9999. */
function dayOf(count: number, from1904: boolean): string | undefined {
  const shift = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, count < falseLeapDay ? 31 : 30)
  if (count < 1 || 2_958_466 <= count) return undefined
  const moment = new Date(shift + Math.round(count * dayMs)).toISOString()
  return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : moment.slice(0, 19)
}
