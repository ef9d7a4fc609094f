import { createElement, type ReactElement } from 'react'

import type { Shape } from '../../server/picture/shape.ts'
import { type SvgElement, svgElement } from '../../server/picture/svg-elements.ts'
import type { Theme } from '../../server/picture/theme.ts'

/** A shape of a picture as an element of the page. */
export function ShapeElement({ shape, theme }: { shape: Shape; theme: Theme }) {
  return toElement(svgElement(shape, theme), 'shape')
}

function toElement({ tag, attributes, children }: SvgElement, key: string): ReactElement {
  const inner = children.map((child, index) =>
    typeof child === 'string' ? child : toElement(child, String(index)),
  )
  return createElement(tag, { key, ...camelCased(attributes) }, ...inner)
}

function camelCased(attributes: SvgElement['attributes']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}
