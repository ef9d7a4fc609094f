import { line, round } from './geometry.ts'
import type { Band } from './lane-frame.ts'
import type { Plan } from './lane-ground.ts'
import { statusAt } from './lane-rows.ts'
import { labelOf } from './names.ts'
import { probabilityText } from './probability.ts'
import type { Shape } from './shape.ts'
import { fitText, textWidth } from './text-width.ts'

/** The name of each chain with what it holds, and the sentence about the value that alone joins it. */
export function headingShapes(plan: Plan): readonly Shape[] {
  return plan.bands.flatMap((band) => [...heading(band, plan), ...joinSentence(band, plan)])
}

function heading({ chain, heading: y }: Band, { frame, rows, options }: Plan): readonly Shape[] {
  const { words, asOf } = options
  const here = rows.filter((row) => row.chain === chain)
  const open = here.filter(({ shop, ghost }) => !ghost && statusAt(shop, asOf) === 'open').length
  const title = chain.letter === '' ? words.alone : words.chain(chain.letter)
  const joint = 1 < chain.steps.length ? chain.joint : undefined
  const note =
    chain.letter === ''
      ? words.aloneNote(here.length, open)
      : words.chainNote(here.length, open, maybeText(chain.weakest), maybeText(joint))
  const x = frame.track.left
  const noteX = round(x + textWidth(title, 12) + 8)
  return [
    { shape: 'text', style: 'chain', x, y, text: title, anchor: 'start', on: 'hull' },
    { shape: 'text', style: 'note', x: noteX, y, text: note, anchor: 'start', on: 'hull' },
  ]
}

function joinSentence({ chain, join, top }: Band, plan: Plan): readonly Shape[] {
  if (join === undefined) return []
  const { frame, options, picture, columns, bands } = plan
  const { words } = options
  const item = columns.items.find(({ node }) => node.key === join.value)
  const node = picture.nodes.find(({ key }) => key === join.value)
  if (node === undefined) return []
  const name = words.chain(chain.letter)
  const beside = item?.joins?.chain === chain
  const sentence = beside
    ? words.joinsHere(name, words.kinds[node.kind] ?? '')
    : words.joinsThrough(name, labelOf(node, words).name)
  const x = frame.track.left + 4
  const y = top - 28
  const room = frame.hull.right - x
  const joinsOnce = bands.filter((band) => band.join?.value === join.value).length === 1
  return [
    { shape: 'path', style: 'only-join', d: line({ x: x - 18, y: y + 4 }, { x: x - 6, y: y + 4 }) },
    text('only-join', { x, y, text: fitText(sentence, 12, room) }),
    ...(joinsOnce
      ? [text('detail', { x, y: y + 15, text: words.without(join.rest, chain.shops.length) })]
      : []),
  ]
}

function text(style: 'only-join' | 'detail', place: { x: number; y: number; text: string }): Shape {
  return { shape: 'text', style, ...place, anchor: 'start', on: 'canvas' }
}

function maybeText(probability: number | undefined): string | undefined {
  return probability === undefined ? undefined : probabilityText(probability)
}
