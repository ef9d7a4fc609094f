import type { Ring } from '../../server/domain/ring.ts'
import type { Probability } from '../../server/domain/units.ts'

/** A ring of shops, each a letter or word, named after the first of them. */
export function aRingOf(shops: readonly string[], traits: Partial<Ring> = {}): Ring {
  const sure = 0.9 as Probability
  return {
    id: `ring:${shops[0]}`,
    name: `Ring ${shops[0]}`,
    rank: 1,
    parts: [{ part: 'size', value: shops.length, points: shops.length }],
    members: shops.map((shop) => ({ shop, weakestStep: sure, joint: sure, path: [shop] })),
    size: shops.length,
    live: shops.length,
    closed: 0,
    weakestStep: sure,
    bridges: [],
    channels: ['phone'],
    ...traits,
  }
}
