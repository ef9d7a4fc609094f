import { ink, type Page } from './page.ts'

const body = 10
const gap = 3

export function drawTitle(page: Page, { text, under }: { text: string; under: string }): void {
  const { doc, left, width } = page
  page.tag('H1', () => {
    doc.font('bold').fontSize(22).fillColor(ink.text)
    doc.text(page.print(text, 'bold'), left, doc.y, { width })
  })
  page.tag('P', () => {
    doc.font('regular').fontSize(12).fillColor(ink.quiet)
    doc.text(page.print(under, 'regular'), left, doc.y + 2, { width })
  })
  doc.y += 16
}

export function drawHeading(
  page: Page,
  { text, room = 110 }: { text: string; room?: number | undefined },
): void {
  const { doc, left, width } = page
  page.reserve(room)
  doc.y += 16
  page.tag('H2', () => {
    doc.font('bold').fontSize(14).fillColor(ink.text)
    doc.text(page.print(text, 'bold'), left, doc.y, { width })
  })
  doc.y += 6
}

export function drawSubheading(
  page: Page,
  { text, room = 70 }: { text: string; room?: number | undefined },
): void {
  const { doc, left, width } = page
  page.reserve(room)
  doc.y += 8
  page.tag('H3', () => {
    doc.font('bold').fontSize(10.5).fillColor(ink.text)
    doc.text(page.print(text, 'bold'), left, doc.y, { width })
  })
  doc.y += 2
}

export function drawParagraph(
  page: Page,
  { text, quiet }: { text: string; quiet?: boolean | undefined },
): void {
  const { doc, left, width } = page
  page.reserve(30)
  page.tag('P', () => {
    doc
      .font('regular')
      .fontSize(quiet ? 8.5 : body)
      .fillColor(quiet ? ink.quiet : ink.text)
    doc.text(page.print(text, 'regular'), left, doc.y, { width, lineGap: -1 })
  })
  doc.y += quiet ? 1 : gap + 2
}

/** Labels in one column, what they say in the other; a row is as tall as the taller of the two. */
export function drawFacts(
  page: Page,
  {
    rows,
    column = 96,
  }: { rows: readonly (readonly [string, string])[]; column?: number | undefined },
): void {
  const { doc, left, width } = page
  for (const [label, value] of rows) {
    const text = page.print(value, 'regular')
    page.reserve(30)
    const top = doc.y
    page.tag('P', () => {
      doc.font('bold').fontSize(9.5).fillColor(ink.quiet)
      doc.text(page.print(label, 'bold'), left, top, { width: column - 8 })
      const labelled = doc.y
      doc.font('regular').fontSize(body).fillColor(ink.text)
      doc.text(text, left + column, top, { width: width - column })
      // A value that went on over the page ends above where its label did.
      if (top < doc.y) doc.y = Math.max(doc.y, labelled)
    })
    doc.y += 2
  }
  doc.y += 6
}

export function drawList(page: Page, items: readonly string[]): void {
  const { doc, left, width } = page
  for (const item of items) {
    page.reserve(30)
    const top = doc.y
    page.tag('P', () => {
      doc.font('regular').fontSize(body).fillColor(ink.text)
      doc.text('–', left, top, { width: 12, lineBreak: false })
      doc.text(page.print(item, 'regular'), left + 14, top, { width: width - 14, lineGap: -1 })
    })
    doc.y += gap
  }
}
