import { xmlEscaped } from '../domain/xml-text.ts'
import { laidOut, type Sheet } from './sheet.ts'
import { written } from './svg.ts'
import { svgElement } from './svg-elements.ts'
import { fontFamily, type Theme } from './theme.ts'
import type { Words } from './words.ts'

/**
 * A sheet as a standalone SVG 1.1 document: every text escaped, characters that XML 1.0 cannot hold replaced, fonts by name,
 * nothing fetched. The same sheet gives the same bytes.
 */
export function paintSheet(sheet: Sheet, theme: Theme, words: Words): string {
  const { width, height, move, around } = laidOut(sheet, words)
  const { left, top, right, bottom } = sheet.box
  const root = [
    'xmlns="http://www.w3.org/2000/svg"',
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    `role="img" font-family="${xmlEscaped(fontFamily)}" font-variant-numeric="tabular-nums"`,
  ]
  const frame = `x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg ${root.join(' ')}>`,
    `<title>${xmlEscaped(`${sheet.title}, ${sheet.subtitle}`)}</title>`,
    `<desc>${xmlEscaped([...sheet.signs, ...sheet.lines].join(' '))}</desc>`,
    `<clipPath id="frame"><rect ${frame}/></clipPath>`,
    `<rect width="${width}" height="${height}" fill="${theme.canvas}"/>`,
    `<g transform="translate(${move.x} ${move.y})" clip-path="url(#frame)">`,
    ...sheet.shapes.map((shape) => written(svgElement(shape, theme))),
    '</g>',
    ...around.map((shape) => written(svgElement(shape, theme))),
    '</svg>',
    '',
  ].join('\n')
}
