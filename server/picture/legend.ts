import { round } from './geometry.ts'
import type { Shape } from './shape.ts'
import { textWidth } from './text-width.ts'
import type { LegendKey, Words } from './words.ts'

/** The keys that are drawn, from left to right at a height, each with its sample. */
export function legendShapes(
  keys: readonly LegendKey[],
  { x, y, right, words }: { x: number; y: number; right: number; words: Words },
): readonly Shape[] {
  const shapes: Shape[] = []
  let at = { x, y }
  for (const key of keys) {
    const text = words.legend[key]
    const width = samplePx + textWidth(text, 11)
    if (right < at.x + width && x < at.x) at = { x, y: at.y + 16 }
    shapes.push(...samples[key](round(at.x), round(at.y)), {
      shape: 'text',
      style: 'legend',
      x: round(at.x + samplePx),
      y: at.y + 4,
      text,
      anchor: 'start',
    })
    at = { x: at.x + width + 14, y: at.y }
  }
  return shapes
}

const samplePx = 34

const samples: Record<LegendKey, (x: number, y: number) => readonly Shape[]> = {
  open: (x, y) => [bar('life-open', x, y)],
  opened: (x, y) => [bar('month-opened', x, y)],
  closed: (x, y) => [
    bar('life-closed', x, y),
    { shape: 'path', style: 'closed-cross', d: `M${x + 21.5} ${y - 2.5}l5 5m0 -5l-5 5` },
  ],
  ended: (x, y) => [
    bar('life-closed', x, y),
    { shape: 'path', style: 'ended-dash', d: `M${x + 21.5} ${y}h5` },
  ],
  cameBack: (x, y) => [{ shape: 'path', style: 'came-back', d: `M${x} ${y - 6}c8 0 18 12 26 12` }],
  onlyJoin: (x, y) => [{ shape: 'path', style: 'only-join', d: `M${x} ${y}h28` }],
  oneController: (x, y) => [{ shape: 'path', style: 'one-controller', d: `M${x} ${y}h28` }],
  sharesSupply: (x, y) => [{ shape: 'path', style: 'shares-supply', d: `M${x} ${y}h28` }],
  shared: (x, y) => [{ shape: 'path', style: 'edge-shared', d: `M${x} ${y}h28` }],
  testBuy: (x, y) => [
    {
      shape: 'path',
      style: 'test-buy-counterfeit',
      d: `M${x + 18} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`,
    },
  ],
  complaint: (x, y) => [
    { shape: 'path', style: 'complaint', d: `M${x + 20} ${y - 4.5}l4 7.5h-8z` },
  ],
}

function bar(style: 'life-open' | 'life-closed' | 'month-opened', x: number, y: number): Shape {
  return { shape: 'rect', style, x, y: y - 5, width: 26, height: 10, radius: 3 }
}
