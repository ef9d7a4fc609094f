import { round } from './geometry.ts'
import { iconOf } from './icons.ts'
import type { Item } from './lane-columns.ts'
import type { Plan } from './lane-ground.ts'
import type { Row } from './lane-rows.ts'
import { labelOf } from './names.ts'
import type { Shape, Subject, TextShape } from './shape.ts'
import { fitText } from './text-width.ts'

/** Names of the shops beside their lives, and the nodes of the columns with theirs. */
export function labelShapes(plan: Plan): readonly Shape[] {
  return [
    ...plan.rows.flatMap(rowLabel),
    ...plan.columns.items.flatMap((item) => itemShapes(item, plan)),
  ]
}

function rowLabel({ shop, label, y, ghost }: Row): readonly Shape[] {
  const subject: Subject = { of: 'node', id: shop.key }
  const common = {
    shape: 'text',
    x: round(label.x),
    anchor: label.side === 'right' ? 'start' : 'end',
    on: 'hull',
    subject,
    ghost,
  } as const
  if (label.detail === '') return [{ ...common, style: 'name', y: round(y + 4), text: label.name }]
  return [
    { ...common, style: 'name', y: round(y - 2), text: label.name },
    { ...common, style: 'detail', y: round(y + 12), text: label.detail },
  ]
}

function itemShapes(item: Item, { frame, picture, options }: Plan): readonly Shape[] {
  const { node, side, generic, joins } = item
  const x = round(side === 'left' ? frame.leftNode : frame.rightNode)
  const y = round(item.y)
  const subject: Subject = { of: 'node', id: node.key }
  const { name, detail } = labelOf(node, options.words)
  const lines = generic
    ? [name, detail, options.words.shared(picture.holders.get(node.key) ?? item.held.length)]
    : [name, detail]
  const on = generic || joins !== undefined ? 'canvas' : 'hull'
  const texts = lines.map(
    (line, index): TextShape => ({
      shape: 'text',
      style: styleOfLine(index, joins !== undefined),
      x: x + 18,
      y: round(y + (generic ? -9 : -2) + index * 14),
      text: fitText(line, index === 0 ? 12 : 11, frame.column + (side === 'right' ? 8 : 0)),
      anchor: 'start',
      on,
      subject,
    }),
  )
  return [
    ...(joins === undefined
      ? []
      : [{ shape: 'circle', style: 'only-join-ring', x, y, radius: 14.5, subject } as const]),
    {
      shape: 'node',
      subject,
      kind: node.kind,
      icon: iconOf(node),
      status: 'none',
      generic,
      x,
      y,
      radius: 11,
      hint: node.name,
    },
    ...texts,
  ]
}

function styleOfLine(index: number, strong: boolean): TextShape['style'] {
  if (index === 0) return strong ? 'name' : 'name-light'
  return index === 1 ? 'detail' : 'note'
}
