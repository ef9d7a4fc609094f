import type { Statement } from './block.ts'
import { ink, type Page } from './page.ts'

const column = 36
const size = 10.5

/** One numbered statement: what it says, then how sure it is, what stands against it, and its rows. */
export function drawStatement(
  page: Page,
  { id, side, text, weight, other, cites, followed }: Statement,
): void {
  const { doc, left, width } = page
  const said = page.print(text, 'regular')
  doc.font('regular').fontSize(size)
  const height = doc.heightOfString(said, { width: width - column, lineGap: -1 })
  page.reserve(Math.min(height + (followed ? 100 : 34), 300))
  doc.y += 7
  const top = doc.y
  page.tag('P', () => {
    doc
      .font('bold')
      .fontSize(size)
      .fillColor(side === 'for' ? ink.text : ink.against)
    doc.text(page.print(id, 'bold'), left, top, { width: column - 4, lineBreak: false })
    doc.font('regular').fontSize(size).fillColor(ink.text)
    doc.text(said, left + column, top, { width: width - column, lineGap: -1 })
    const marks = [weight, other].filter((mark) => mark !== '').join('  ·  ')
    doc.font('bold').fontSize(8.5).fillColor(ink.quiet)
    doc.text(page.print(`${marks}  `, 'bold'), left + column, doc.y + 1, {
      width: width - column,
      continued: true,
    })
    doc.font('regular').fillColor(ink.cite).text(page.print(cites, 'regular'))
  })
  doc.x = left
  doc.y += 3
}
