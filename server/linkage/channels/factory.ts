import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'

/** Both shops are supplied by one factory: that speaks for a common supply at least as much as for one controller. */
export const factory: ChannelRule = {
  channel: 'factory',
  carrier: { type: 'SUPPLIED_BY' },
  levels: [
    {
      name: 'same',
      says: 'both are supplied by one factory',
      m: 0.4,
      strangers: 1,
      growth: 1,
      genericFrom: genericFrom.Factory,
      finds: false,
      innocent: 'dealers of one supplier',
    },
  ],
  differ: { inSequence: 0.6, together: 0.6 },
  keys: ({ key, about }) => (key === undefined ? undefined : [[about.identity ?? key]]),
}
