import { at, round } from './geometry.ts'
import type { Plan } from './lane-ground.ts'
import type { Shape } from './shape.ts'

/** A sign at the end of the lane of each shop that nobody may take down, warn or test-buy for now. */
export function holdShapes({ rows, frame, options }: Plan): readonly Shape[] {
  const { held = new Map<string, string>(), words } = options
  return rows.flatMap(({ shop, y }): Shape[] => {
    const until = held.get(shop.key)
    if (until === undefined) return []
    const center = { x: round(frame.track.right + 14), y: round(y) }
    const common = { hint: words.held(until), subject: { of: 'node', id: shop.key } } as const
    const bars = `M${at({ x: center.x - 1.8, y: center.y - 2.8 })}v5.6m3.6 -5.6v5.6`
    return [
      { shape: 'circle', style: 'hold', ...center, radius: 6.5, ...common },
      { shape: 'path', style: 'hold-bars', d: bars, ...common },
    ]
  })
}
