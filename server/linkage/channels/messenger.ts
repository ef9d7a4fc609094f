import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'

/** Both shops use one messenger handle. */
export const messenger: ChannelRule = {
  channel: 'messenger',
  carrier: { type: 'REACHED_AT', contactKinds: ['messenger'] },
  levels: [
    {
      name: 'same',
      says: 'both use one messenger handle',
      m: 0.22,
      strangers: 0.002,
      growth: 2,
      genericFrom: genericFrom.Contact,
      finds: true,
      innocent: 'a customer service that answers for many',
    },
  ],
  differ: { inSequence: 0.78, together: 0.78 },
  keys: ({ key }) => (key === undefined ? undefined : [[key]]),
}
