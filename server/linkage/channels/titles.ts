import type { ChannelRule } from '../channel.ts'

/** Titles of both shops' listings share words that few others use. */
export const titles: ChannelRule = {
  channel: 'titles',
  catalogue: 'titles',
  levels: [
    {
      name: 'near',
      says: 'listing titles of both share unusual words',
      m: 0.5,
      strangers: 1,
      growth: 1,
      genericFrom: Number.POSITIVE_INFINITY,
      finds: false,
      innocent: 'titles copied from a supplier, or two who sell the same goods',
    },
  ],
  differ: { inSequence: 0.5, together: 0.5 },
  keys: () => undefined,
}
