import type { NodeKind } from '../domain/graph.ts'
import { legendShapes } from './legend.ts'
import type { Box } from './placement.ts'
import type { Shape, ShapeStyle, TextShape } from './shape.ts'
import { textWidth, wrapText } from './text-width.ts'
import type { LegendKey, Words } from './words.ts'

/** A picture with everything that has to be said beside it when it leaves the page. */
export interface Sheet {
  readonly title: string
  /** Under the title: the date, how it is read, the window. */
  readonly subtitle: string
  readonly shapes: readonly Shape[]
  /** What of the shapes' plane is shown, in pixels. */
  readonly box: Box
  /** Signs that the legend has no sample of, one sentence each. */
  readonly signs: readonly string[]
  /** What is left out, where it comes from, and what it does not prove. */
  readonly lines: readonly string[]
}

/** A sheet laid out: the picture moved to where it stands, and the texts round it. */
export interface LaidSheet {
  readonly width: number
  readonly height: number
  /** How far the picture is moved, right and down. */
  readonly move: { readonly x: number; readonly y: number }
  readonly around: readonly Shape[]
}

const pad = 16
const headPx = 52
const leastWidth = 560
const linePx = 16

/** Title above, picture, legend of what is in it, and the lines below. */
export function laidOut(sheet: Sheet, words: Words): LaidSheet {
  const { box, title, subtitle } = sheet
  const width = Math.ceil(Math.max(box.right - box.left + 2 * pad, leastWidth))
  const right = width - pad
  const room = right - pad
  const bottom = Math.ceil(headPx + box.bottom - box.top + 24)
  const kinds = kindShapes(sheet.shapes, { x: pad, y: bottom, right, words })
  const samples = legendShapes(legendKeys(sheet.shapes), {
    x: pad,
    y: lowest(kinds, bottom - 20) + 20,
    right,
    words,
  })
  const below = lowest(samples, lowest(kinds, bottom - 20)) + 22
  const lines = [sheet.signs.join(' · '), ...sheet.lines].flatMap((text) =>
    wrapText(text, 11, room),
  )
  const texts = lines.map((text, index) => textAt('note', text, below + index * linePx))
  return {
    width,
    height: below + lines.length * linePx + 4,
    move: { x: pad - box.left, y: headPx - box.top },
    around: [
      textAt('title', wrapText(title, 13, room)[0] ?? '', 24),
      textAt('detail', wrapText(subtitle, 11, room)[0] ?? '', 42),
      ...kinds,
      ...samples,
      ...texts,
    ],
  }
}

function textAt(style: TextShape['style'], text: string, y: number): TextShape {
  return { shape: 'text', style, x: pad, y, text, anchor: 'start' }
}

function lowest(shapes: readonly Shape[], otherwise: number): number {
  return Math.max(otherwise, ...shapes.flatMap((shape) => ('y' in shape ? [shape.y] : [])))
}

const legendOf: Partial<Record<ShapeStyle, LegendKey>> = {
  'life-open': 'open',
  closed: 'closed',
  ended: 'ended',
  'came-back': 'cameBack',
  'only-join': 'onlyJoin',
  'edge-shared': 'shared',
  'test-buy-counterfeit': 'testBuy',
  'test-buy': 'testBuy',
  complaint: 'complaint',
  'one-controller': 'oneController',
  'shares-supply': 'sharesSupply',
  'month-opened': 'opened',
  'month-closed': 'closed',
  'month-came-back': 'cameBack',
}

/** What of the legend the shapes have need of, in its own order. */
export function legendKeys(shapes: readonly Shape[]): readonly LegendKey[] {
  const styles = new Set(
    shapes.flatMap((shape) =>
      shape.shape === 'node' || shape.shape === 'text' ? [] : [shape.style],
    ),
  )
  const found = new Set(
    Object.entries(legendOf).flatMap(([style, key]) =>
      styles.has(style as ShapeStyle) ? [key] : [],
    ),
  )
  return [...new Set(Object.values(legendOf))].filter((key) => found.has(key))
}

/** One disc a kind of what is drawn, with its word: the fill alone says nothing on a copy without color. */
function kindShapes(
  shapes: readonly Shape[],
  { x, y, right, words }: { x: number; y: number; right: number; words: Words },
): readonly Shape[] {
  const kinds = new Map<NodeKind, Shape & { shape: 'node' }>()
  for (const shape of shapes)
    if (shape.shape === 'node' && !kinds.has(shape.kind)) kinds.set(shape.kind, shape)
  let at = { x: x + 7, y }
  return [...kinds.values()].flatMap((node): Shape[] => {
    const text = words.kinds[node.kind]
    const width = 30 + textWidth(text, 11)
    if (right < at.x + width && x + 7 < at.x) at = { x: x + 7, y: at.y + 20 }
    const here = at
    at = { x: at.x + width, y: at.y }
    return [
      {
        ...node,
        x: here.x,
        y: here.y,
        radius: 7,
        status: 'none',
        generic: false,
        ghost: false,
        hint: undefined,
      },
      { shape: 'text', style: 'legend', x: here.x + 12, y: here.y + 4, text, anchor: 'start' },
    ]
  })
}
