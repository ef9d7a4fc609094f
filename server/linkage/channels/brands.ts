import type { ChannelRule } from '../channel.ts'
import { foldText } from '../fold-text.ts'

/**
 * Both shops sell under one brand. What somebody sells stays when names and accounts change, and thousands sell the same: rarity decides alone, no pair is made of it, it says
 * nothing of a common supply, and it confirms nothing else.
 */
export const brands: ChannelRule = {
  channel: 'brands',
  property: 'brands',
  listed: 'brands',
  anybodys: true,
  levels: [
    {
      name: 'same',
      says: 'both sell under one brand',
      m: 0.6,
      strangers: 1,
      growth: 1,
      mostBits: 6,
      genericFrom: Number.POSITIVE_INFINITY,
      finds: false,
      banding: 'common',
      innocent: 'a brand that many copy',
    },
  ],
  differ: { inSequence: 0.4, together: 0.4 },
  keys: ({ literal }) => {
    const folded = foldText(literal)
    return folded === '' ? undefined : [[folded]]
  },
}
