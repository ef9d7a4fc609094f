import type { KeyboardEvent } from 'react'

import type { Point } from '../../server/picture/geometry.ts'

/** Whether a key asks for the menu of what has the focus. */
export function asksMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey)
}

/** Where a menu of an element opens that was asked for by keyboard. */
export function besideOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
