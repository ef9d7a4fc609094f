import type { Table } from './block.ts'
import { columnWidths } from './column-widths.ts'
import { type Group, ink, type Page, type Weight } from './page.ts'

const padding = { x: 4, y: 3 }
const inset = 36
const size = 8.5

/** Longer cells go on in another row, so that no row is taller than a page and nothing is cut off. */
const mostCharacters = 180

/** A table whose rows stay whole and whose head is repeated on each page. */
export function drawTable(page: Page, table: Table): void {
  const shift = table.inset ? inset : 0
  const left = page.left + shift
  page.doc.font('regular').fontSize(size)
  const widths = columnWidths(
    table,
    page.width - shift,
    (cell) => page.doc.widthOfString(cell) + 2 * padding.x,
  )
  const head = table.columns.map(({ title }) => title)
  const rows = table.rows.flatMap(divided).map((row) => rowOf(page, row, widths, 'regular'))
  const headRow = rowOf(page, head, widths, 'bold')
  page.reserve(headRow.height + (rows[0]?.height ?? 0) + 4)
  page.doc.y += 3
  const group = page.group('Table')
  drawRow(page, headRow, { left, widths, type: 'TH', group })
  for (const row of rows) {
    if (page.floor < page.doc.y + row.height) {
      page.doc.addPage()
      drawRow(page, headRow, { left, widths, type: 'TH', group })
    }
    drawRow(page, row, { left, widths, type: 'TD', group })
  }
  group.end()
  page.doc.x = page.left
  page.doc.y += 6
}

interface Row {
  readonly cells: readonly string[]
  readonly weight: Weight
  readonly height: number
}

interface RowPlace {
  readonly left: number
  readonly widths: readonly number[]
  readonly type: 'TH' | 'TD'
  readonly group: Group
}

function rowOf(
  page: Page,
  cells: readonly string[],
  widths: readonly number[],
  weight: Weight,
): Row {
  const texts = cells.map((cell) =>
    cell
      .split('\n')
      .map((line) => page.print(line, weight))
      .join('\n'),
  )
  page.doc.font(weight).fontSize(size)
  const heights = texts.map((text, index) =>
    page.doc.heightOfString(text, { width: (widths[index] ?? 0) - 2 * padding.x }),
  )
  return { cells: texts, weight, height: Math.max(...heights) + 2 * padding.y }
}

function drawRow(
  page: Page,
  { cells, weight, height }: Row,
  { left, widths, type, group }: RowPlace,
): void {
  const { doc } = page
  const tagged = page.group('TR', group)
  const top = doc.y
  cells.forEach((cell, index) => {
    const x = left + widths.slice(0, index).reduce((sum, width) => sum + width, 0)
    const draw = () => {
      doc
        .font(weight)
        .fontSize(size)
        .fillColor(type === 'TH' ? ink.quiet : ink.text)
      doc.text(cell, x + padding.x, top + padding.y, {
        width: (widths[index] ?? 0) - 2 * padding.x,
      })
    }
    page.tag(type, draw, { group: tagged })
  })
  tagged.end()
  const bottom = top + height
  const end = left + widths.reduce((sum, width) => sum + width, 0)
  doc.markContent('Artifact', { type: 'Layout' })
  doc.moveTo(left, bottom).lineTo(end, bottom).lineWidth(0.5).strokeColor(ink.rule).stroke()
  doc.endMarkedContent()
  doc.y = bottom
}

/** A row as one row or, where a cell is long, as several in which the long cells go on. */
function divided(row: readonly string[]): string[][] {
  const pieces = row.map((cell) => {
    const characters = Array.from(cell)
    return Array.from(
      { length: Math.max(1, Math.ceil(characters.length / mostCharacters)) },
      (_, index) => characters.slice(index * mostCharacters, (index + 1) * mostCharacters).join(''),
    )
  })
  const rows = Math.max(...pieces.map(({ length }) => length))
  return Array.from({ length: rows }, (_, index) => pieces.map((piece) => piece[index] ?? ''))
}
