import papaparse from 'papaparse'

import { delimiters } from '../../domain/file-reading.ts'
import { mostTitles, rowsLookedAt } from './title-rows.ts'

export type Delimiter = (typeof delimiters)[number]

/** What encloses cells that hold a delimiter: a character, or nothing, where quotes are letters like any other. */
export const quotes = ['"', "'", 'none'] as const
export type Quote = (typeof quotes)[number]

/** How rows of delimited text become cells. */
export interface Dialect {
  readonly delimiter: Delimiter
  readonly quote: Quote
}

/** No text holds it, so that as a quote it encloses nothing. */
const noCharacter = '\uFFFF'

export function quoteCharacter(quote: Quote): string {
  return quote === 'none' ? noCharacter : quote
}

const linesLookedAt = 50
/** So many of the lines have as many cells as the first, or the delimiter is none. */
const leastEven = 0.9

/**
 * The dialect of a text by its beginning: the delimiter that divides most lines into as many cells as the header, and more than any other does; `usual` where
 * none does better. Cells are enclosed in `'` only where every cell of the header is, and otherwise in `"`.
 */
export function detectDialect(
  beginning: string,
  usual: Delimiter,
  stated: Partial<Dialect> = {},
): Dialect {
  const quote = stated.quote ?? quoteOf(beginning)
  if (stated.delimiter !== undefined) return { delimiter: stated.delimiter, quote }
  const scores = delimiters.map((delimiter) => ({
    delimiter,
    cells: evenCells(beginning, { delimiter, quote }),
  }))
  const most = Math.max(...scores.map(({ cells }) => cells))
  const best = scores.filter(({ cells }) => cells === most).map(({ delimiter }) => delimiter)
  return { delimiter: best.includes(usual) ? usual : (best[0] ?? usual), quote }
}

function quoteOf(beginning: string): Quote {
  const header = /^[^\r\n]*/.exec(beginning)?.[0] ?? ''
  return /^'[^']*'([,;\t|]'[^']*')+$/.test(header.trim()) ? "'" : '"'
}

/** How many cells the lines have; 1 where they do not agree. */
function evenCells(beginning: string, { delimiter, quote }: Dialect): number {
  const { data, meta } = papaparse.parse<string[]>(beginning, {
    delimiter,
    quoteChar: quoteCharacter(quote),
    preview: linesLookedAt,
  })
  const filled = data.filter((cells) => 1 < cells.length || cells[0]?.trim() !== '')
  const cut = !(meta.truncated || /[\r\n]$/.test(beginning)) && 1 < filled.length
  const lines = cut ? filled.slice(0, -1) : filled
  const first = lines.findIndex((cells) => 1 < cells.length || hasDelimiter(cells[0] ?? ''))
  // What has no delimiter of any kind, above a header, is its title.
  const table = first <= mostTitles ? lines.slice(Math.max(0, first)) : lines
  const width = table[0]?.length ?? 1
  const even = table.filter((cells) => cells.length === width).length
  return leastEven * table.length <= even ? width : 1
}

function hasDelimiter(line: string): boolean {
  return delimiters.some((delimiter) => line.includes(delimiter))
}

/** The cells of the first lines of a text; blank lines are none. */
export function firstRows(beginning: string, { delimiter, quote }: Dialect): string[][] {
  const { data } = papaparse.parse<string[]>(beginning, {
    delimiter,
    quoteChar: quoteCharacter(quote),
    preview: rowsLookedAt,
  })
  return data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
}
