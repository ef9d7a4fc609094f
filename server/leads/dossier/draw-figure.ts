import { type SvgElement, svgElement } from '../../picture/svg-elements.ts'
import { lightTheme } from '../../picture/theme.ts'
import type { Figure } from './block.ts'
import { ink, margin, margins, type Page } from './page.ts'

const head = 24

/** No label of a drawing is smaller than this part of its size: a taller one goes on over several pages. */
const leastScale = 0.42

/** A drawing on a page of its own, sideways: at the width of an upright page its labels could not be read. */
export function drawFigure(page: Page, figure: Figure): void {
  const { doc, left } = page
  const { picture } = figure
  const { width, room } = roomOf(page)
  const whole = Math.min(width / picture.width, room / picture.height)
  const scale = leastScale <= whole ? whole : width / picture.width
  const tall = room / scale
  const parts = Math.ceil((picture.height - 0.5) / tall)
  for (let part = 0; part < parts; part += 1) {
    const more = parts === 1 ? '' : ` (${figure.part(part + 1, parts)})`
    drawPart(page, figure, { caption: `${figure.caption}${more}`, scale, from: part * tall })
  }
  doc.x = left
  // Whatever comes next starts an upright page.
  doc.y = page.floor
}

/** Of a page on its side. */
function roomOf({ doc, left }: Page) {
  const { width, height } = doc.page
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  return { width: long - 2 * left, room: short - margin.top - margin.bottom - head }
}

function drawPart(
  page: Page,
  { picture }: Figure,
  { caption, scale, from }: { caption: string; scale: number; from: number },
): void {
  const { doc, left } = page
  doc.addPage({ size: 'A4', layout: 'landscape', margins: margins() })
  const { width, room } = roomOf(page)
  page.tag('P', () => {
    doc.font('bold').fontSize(11).fillColor(ink.text)
    const fitting = { width, height: 14, lineBreak: true, ellipsis: true }
    doc.text(page.print(caption, 'bold'), left, margin.top - 6, fitting)
  })
  page.tag(
    'Figure',
    () => {
      doc.save()
      doc.rect(left, margin.top + head, width, room).clip()
      doc.translate(left, margin.top + head - from * scale).scale(scale)
      for (const shape of picture.shapes) drawElement(page, svgElement(shape, lightTheme))
      doc.restore()
    },
    { alt: caption },
  )
}

type Attributes = SvgElement['attributes']

function drawElement(page: Page, { tag, attributes, children }: SvgElement): void {
  const { doc } = page
  doc.save()
  place(doc, String(attributes.transform ?? ''))
  if (tag === 'g') {
    for (const child of children) if (typeof child !== 'string') drawElement(page, child)
  } else if (tag === 'text') {
    drawLabel(page, attributes, children.join(''))
  } else if (tag !== 'title') {
    outlines[tag](doc, attributes)
    paint(doc, attributes)
  }
  doc.restore()
}

function place(doc: PDFKit.PDFDocument, transform: string): void {
  for (const [, name, values = ''] of transform.matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [x = 0, y = 0] = values.split(/[ ,]+/).map(Number)
    if (name === 'translate') doc.translate(x, y)
    else doc.scale(x)
  }
}

const outlines: Record<
  'rect' | 'circle' | 'path',
  (doc: PDFKit.PDFDocument, attributes: Attributes) => void
> = {
  rect: (doc, { x, y, width, height, rx }) => {
    doc.roundedRect(Number(x), Number(y), Number(width), Number(height), Number(rx ?? 0))
  },
  circle: (doc, { cx, cy, r }) => {
    doc.circle(Number(cx ?? 0), Number(cy ?? 0), Number(r))
  },
  path: (doc, { d }) => {
    doc.path(String(d))
  },
}

function paint(doc: PDFKit.PDFDocument, attributes: Attributes): void {
  const { fill = 'none', stroke = 'none', opacity = 1 } = attributes
  const width = Number(attributes['stroke-width'] ?? 1)
  doc.lineWidth(width).lineCap(attributes['stroke-linecap'] === 'round' ? 'round' : 'butt')
  dash(doc, String(attributes['stroke-dasharray'] ?? ''))
  doc.fillOpacity(Number(attributes['fill-opacity'] ?? 1) * Number(opacity))
  doc.strokeOpacity(Number(attributes['stroke-opacity'] ?? 1) * Number(opacity))
  if (fill !== 'none' && stroke !== 'none') doc.fillAndStroke(String(fill), String(stroke))
  else if (fill !== 'none') doc.fill(String(fill))
  else doc.stroke(String(stroke))
}

function dash(doc: PDFKit.PDFDocument, pattern: string): void {
  const [on, off] = pattern.split(/[ ,]+/).map(Number)
  if (on && off) doc.dash(on, { space: off })
  else doc.undash()
}

/** The dossier's font is a little wider than the one that the picture was laid out for. */
const fontScale = 0.94

function drawLabel(page: Page, attributes: Attributes, label: string): void {
  const { doc } = page
  const weight = 600 <= Number(attributes['font-weight'] ?? 400) ? 'bold' : 'regular'
  const text = page.print(label, weight)
  doc.font(weight).fontSize(Number(attributes['font-size'] ?? 11) * fontScale)
  const width = doc.widthOfString(text)
  const before = { start: 0, middle: width / 2, end: width }[anchorOf(attributes)]
  doc
    .fillOpacity(Number(attributes.opacity ?? 1))
    .fillColor(String(attributes.fill))
    .text(text, Number(attributes.x) - before, Number(attributes.y), {
      lineBreak: false,
      baseline: 'alphabetic',
    })
}

function anchorOf(attributes: Attributes): 'start' | 'middle' | 'end' {
  const anchor = attributes['text-anchor']
  return anchor === 'middle' || anchor === 'end' ? anchor : 'start'
}
