import type { ChannelRule } from '../channel.ts'

/** Both shops show pictures that few others show. A pack that hundreds use is worth nothing by construction. */
export const images: ChannelRule = {
  channel: 'images',
  catalogue: 'images',
  levels: [
    {
      name: 'same',
      says: 'listings of both show the same pictures',
      m: 0.5,
      strangers: 1,
      growth: 1,
      genericFrom: Number.POSITIVE_INFINITY,
      finds: false,
      innocent: 'pictures of one supplier, a bought pack, or pictures that were copied',
    },
  ],
  differ: { inSequence: 0.5, together: 0.5 },
  keys: () => undefined,
}
