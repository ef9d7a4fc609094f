import { iconPaths } from './icons.ts'
import type { NodeShape, PathShape, Shape, TextShape } from './shape.ts'
import { kindTokens, shapeStyles, textStyles } from './style.ts'
import type { Theme } from './theme.ts'

/** An SVG element as a value: written as text by {@link paintSvg}, or made an element of the page. */
export interface SvgElement {
  readonly tag: 'g' | 'rect' | 'path' | 'circle' | 'text' | 'title'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (SvgElement | string)[]
}

/** One shape in the colors of a theme. */
export function svgElement(shape: Shape, theme: Theme): SvgElement {
  const faint: Readonly<Record<string, number>> = shape.ghost === true ? { opacity: 0.4 } : {}
  const hint = shape.hint === undefined ? [] : [element('title', {}, [shape.hint])]
  switch (shape.shape) {
    case 'rect': {
      const { x, y, width, height, radius } = shape
      return element(
        'rect',
        { x, y, width, height, rx: radius, ...paint(shape.style, theme), ...faint },
        hint,
      )
    }
    case 'circle': {
      const { x, y, radius } = shape
      return element(
        'circle',
        { cx: x, cy: y, r: radius, ...paint(shape.style, theme), ...faint },
        hint,
      )
    }
    case 'path':
      return element('path', { d: shape.d, ...pathPaint(shape, theme), ...faint }, hint)
    case 'text':
      return text(shape, theme, faint)
    case 'node':
      return node(shape, theme, faint, hint)
  }
}

function pathPaint({ style, weight }: PathShape, theme: Theme) {
  return { ...paint(style, theme), ...(weight === undefined ? {} : { 'stroke-width': weight }) }
}

function paint(style: keyof typeof shapeStyles, theme: Theme): Record<string, string | number> {
  const { fill, fillOpacity, stroke, strokeOpacity, width, dash, round } = shapeStyles[style]
  return {
    fill: fill === undefined ? 'none' : theme[fill],
    ...(fillOpacity === undefined ? {} : { 'fill-opacity': fillOpacity }),
    ...(stroke === undefined ? {} : { stroke: theme[stroke] }),
    ...(strokeOpacity === undefined ? {} : { 'stroke-opacity': strokeOpacity }),
    ...(width === undefined ? {} : { 'stroke-width': width }),
    ...(dash === undefined ? {} : { 'stroke-dasharray': dash.join(' ') }),
    ...(round === true ? { 'stroke-linecap': 'round' } : {}),
  }
}

function text(shape: TextShape, theme: Theme, faint: Readonly<Record<string, number>>): SvgElement {
  const { color, size, weight } = textStyles[shape.style]
  const halo =
    shape.on === undefined
      ? {}
      : {
          'paint-order': 'stroke',
          stroke: theme[shape.on],
          'stroke-width': 3,
          'stroke-linejoin': 'round',
        }
  return element(
    'text',
    {
      x: shape.x,
      y: shape.y,
      'font-size': size,
      'font-weight': weight,
      fill: theme[color],
      ...(shape.anchor === 'start' ? {} : { 'text-anchor': shape.anchor }),
      ...halo,
      ...faint,
    },
    [shape.text],
  )
}

function node(
  shape: NodeShape,
  theme: Theme,
  faint: Readonly<Record<string, number>>,
  hint: readonly SvgElement[],
): SvgElement {
  const { x, y, radius, generic, hollow, kind, status, icon } = shape
  const color = theme[kindTokens[kind]]
  const outlined = generic || hollow === true
  const disc = outlined
    ? {
        fill: theme[generic ? 'canvas' : 'panel'],
        stroke: color,
        'stroke-width': 1.5,
        ...(generic ? { 'stroke-dasharray': '2 2' } : {}),
      }
    : {
        fill: color,
        stroke: theme[status === 'closed' ? 'closed' : 'node-ring'],
        'stroke-width': 1.6,
      }
  const scale = (radius * 1.18) / 24
  return element('g', { transform: `translate(${x} ${y})`, ...faint }, [
    ...hint,
    element('circle', { r: radius, ...disc }),
    element('path', {
      d: iconPaths[icon],
      transform: `scale(${Math.round(scale * 1000) / 1000}) translate(-12 -12)`,
      fill: 'none',
      stroke: outlined ? color : theme['node-icon'],
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  ])
}

function element(
  tag: SvgElement['tag'],
  attributes: SvgElement['attributes'],
  children: SvgElement['children'] = [],
): SvgElement {
  return { tag, attributes, children }
}
