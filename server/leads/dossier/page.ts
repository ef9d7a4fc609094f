import PDFDocument from 'pdfkit'

import type { LeadOptions } from '../options.ts'
import { printable } from './printable.ts'

/** In points, on A4. */
export const margin = { top: 76, bottom: 66, side: 58 }

/** Of every page; pdfkit keeps the object it is given and changes it. */
export function margins() {
  return { top: margin.top, bottom: margin.bottom, left: margin.side, right: margin.side }
}

export const ink = {
  text: '#1a1f27',
  quiet: '#5b6573',
  rule: '#d5dae1',
  cite: '#1f57b0',
  against: '#b26a00',
}

export type Weight = 'regular' | 'bold'

export type Group = PDFKit.PDFStructureElement

/** A document being drawn: the only hands on pdfkit. */
export interface Page {
  readonly doc: PDFKit.PDFDocument
  /** Left edge and width of the text, in points. */
  readonly left: number
  readonly width: number
  /** Lowest edge of the text on an upright page, in points from the top. */
  readonly floor: number
  /** Text with every character that the font of that weight lacks written by its number. */
  print(text: string, weight: Weight): string
  /** Starts a new page when less than this many points are left. */
  reserve(height: number): void
  /** Draws one tagged element, in the document itself or in a group of it. */
  tag(type: string, draw: () => void, within?: { group?: Group; alt?: string }): void
  /** A tagged element that holds others, such as a table or a row of it. */
  group(type: string, within?: Group): Group
}

/** A new tagged PDF/A-2b document with fixed dates, without which the same dossier would differ from run to run. */
export function openPage(options: LeadOptions, title: string): Page {
  const doc = new PDFDocument({
    size: 'A4',
    margins: margins(),
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: options.language ?? 'en',
    displayTitle: true,
    bufferPages: true,
    // Null keeps pdfkit from loading Helvetica, which PDF/A forbids to use unembedded; its types know only names.
    font: null as unknown as string,
    info: {
      Title: title,
      Creator: 'Revenant',
      Producer: 'Revenant',
      CreationDate: new Date(options.now),
      ModDate: new Date(options.now),
    },
  })
  doc.registerFont('regular', options.fonts.regular)
  doc.registerFont('bold', options.fonts.bold)
  let last = doc.page
  doc.on('pageAdded', () => {
    endBody(doc, last)
    last = doc.page
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  const floor = doc.page.height - margin.bottom
  return {
    doc,
    left: margin.side,
    width: doc.page.width - 2 * margin.side,
    floor,
    print: (text, weight) => printable(text, glyphsOf(doc.font(weight))),
    reserve: (height) => {
      if (floor < doc.y + height && margin.top < doc.y) doc.addPage()
    },
    tag: (type, draw, { group = root, alt } = {}) => {
      group.add(doc.struct(type, alt === undefined ? {} : { alt }, draw))
    },
    group: (type, within = root) => {
      const group = doc.struct(type)
      within.add(group)
      return group
    },
  }
}

/**
 * Ends what stands on a page and opens a second stream for its head and foot, which name the number of all pages. A page that is kept as it is drawn costs ten
 * times what it comes to: a dossier of 300 shops would take some 400 MB.
 */
function endBody(doc: PDFKit.PDFDocument, page: PDFKit.PDFPage): void {
  const body = page.content
  page.content = doc.ref({})
  Object.assign(page.dictionary.data, { Contents: [body, page.content] })
  body.end(undefined)
}

/** Asks the font itself: pdfkit has no public way to. */
function glyphsOf(doc: PDFKit.PDFDocument): (codePoint: number) => boolean {
  const { _font } = doc as unknown as {
    _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } }
  }
  return (codePoint) => _font.font.hasGlyphForCodePoint(codePoint)
}
