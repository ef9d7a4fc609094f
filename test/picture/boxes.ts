import type { Picture, TextShape } from '../../server/picture/shape.ts'
import { textStyles } from '../../server/picture/style.ts'
import { textWidth } from '../../server/picture/text-width.ts'

interface TextBox {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Pairs of texts that cover each other, as `one | other`. */
export function coveredTexts({ shapes }: Picture): string[] {
  const boxes = shapes.filter((shape) => shape.shape === 'text').map(boxOf)
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (covers(a, b) ? [`${a.text} | ${b.text}`] : [])),
  )
}

function boxOf({ x, y, text, anchor, style }: TextShape): TextBox {
  const { size } = textStyles[style]
  const width = textWidth(text, size) * 0.95
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 }
}

function covers(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
