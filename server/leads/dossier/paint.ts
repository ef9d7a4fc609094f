import type { LeadOptions } from '../options.ts'
import type { DossierWords } from '../words/en-dossier.ts'
import type { Block } from './block.ts'
import { drawFigure } from './draw-figure.ts'
import { drawStatement } from './draw-statement.ts'
import { drawTable } from './draw-table.ts'
import {
  drawFacts,
  drawHeading,
  drawList,
  drawParagraph,
  drawSubheading,
  drawTitle,
} from './draw-text.ts'
import { ink, margin, openPage, type Page } from './page.ts'

/** Draws the blocks as a PDF with running heads and page numbers. */
export function paintDossier(
  blocks: readonly Block[],
  { words, options }: { words: DossierWords; options: LeadOptions },
): Uint8Array {
  const page = openPage(options, words.title(options.id))
  const { doc } = page
  const pieces: Uint8Array[] = []
  // What is finished is taken out as it comes: thousands of small pieces weigh more than what is in them.
  const take = () => {
    const piece = doc.read()
    if (piece instanceof Uint8Array) pieces.push(piece)
  }
  for (const block of blocks) {
    painters[block.kind](page, block as never)
    take()
  }
  drawFurniture(page, words, options)
  doc.end()
  take()
  return new Uint8Array(Buffer.concat(pieces))
}

const painters: {
  [Kind in Block['kind']]: (page: Page, block: Extract<Block, { kind: Kind }>) => void
} = {
  title: drawTitle,
  heading: drawHeading,
  subheading: drawSubheading,
  paragraph: drawParagraph,
  facts: drawFacts,
  list: (page, { items }) => drawList(page, items),
  figure: drawFigure,
  statement: drawStatement,
  table: drawTable,
}

/** Head and foot of every page, marked as furniture so that nobody has them read aloud on each page. */
function drawFurniture({ doc, left, print }: Page, words: DossierWords, { id }: LeadOptions): void {
  const { count } = doc.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index)
    const width = doc.page.width - 2 * left
    // Text below the margin would start a new page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const line = (text: string, y: number, align: 'left' | 'right') =>
      doc
        .font('regular')
        .fontSize(8.5)
        .fillColor(ink.quiet)
        .text(print(text, 'regular'), left, y, { width, align, lineBreak: false })
    line(words.runningHead(id), 36, 'left')
    line(words.handlingShort, 36, 'right')
    line(words.foot, doc.page.height - 44, 'left')
    line(words.pageOf(index + 1, count), doc.page.height - 44, 'right')
    for (const y of [52, doc.page.height - 50]) {
      doc
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(0.5)
        .strokeColor(ink.rule)
        .stroke()
    }
    doc.endMarkedContent()
    doc.page.margins.bottom = margin.bottom
  }
}
