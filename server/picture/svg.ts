import { xmlEscaped } from '../domain/xml-text.ts'
import type { Picture, TextShape } from './shape.ts'
import { type SvgElement, svgElement } from './svg-elements.ts'
import { fitText } from './text-width.ts'
import { fontFamily, type Theme } from './theme.ts'

/** Height in pixels of the band over the picture that holds its title and date. */
const captionPx = 36

/**
 * A picture as a standalone SVG 1.1 document: title and as-of date over it, every text escaped, characters that XML 1.0
 * cannot hold replaced by U+FFFD, fonts by name. The same picture gives the same bytes.
 */
export function paintSvg(picture: Picture, theme: Theme): string {
  const { width, height, shapes } = picture
  const total = height + captionPx
  const root = [
    'xmlns="http://www.w3.org/2000/svg"',
    `width="${width}" height="${total}" viewBox="0 0 ${width} ${total}"`,
    `role="img" font-family="${xmlEscaped(fontFamily)}" font-variant-numeric="tabular-nums"`,
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg ${root.join(' ')}>`,
    `<title>${xmlEscaped(`${picture.title}, ${picture.date}`)}</title>`,
    ...(picture.notes.length === 0 ? [] : [`<desc>${xmlEscaped(picture.notes.join(' '))}</desc>`]),
    `<rect width="${width}" height="${total}" fill="${theme.canvas}"/>`,
    ...caption(picture).map((shape) => written(svgElement(shape, theme))),
    `<g transform="translate(0 ${captionPx})">`,
    ...shapes.map((shape) => written(svgElement(shape, theme))),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function caption({ title, date, width }: Picture): readonly TextShape[] {
  const common = { shape: 'text', y: 24 } as const
  const room = width - 160
  return [
    { ...common, style: 'title', x: 12, text: fitText(title, 13, room), anchor: 'start' },
    { ...common, style: 'detail', x: width - 12, text: date, anchor: 'end' },
  ]
}

/** An element as text, everything in it escaped. */
export function written({ tag, attributes, children }: SvgElement): string {
  const open = [
    tag,
    ...Object.entries(attributes).map(([name, value]) => `${name}="${xmlEscaped(String(value))}"`),
  ]
  if (children.length === 0) return `<${open.join(' ')}/>`
  const inner = children.map((child) =>
    typeof child === 'string' ? xmlEscaped(child) : written(child),
  )
  return `<${open.join(' ')}>${inner.join('')}</${tag}>`
}
