import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'

/** Pages of both shops report to one analytics or advertising id. */
export const trackingId: ChannelRule = {
  channel: 'tracking_id',
  carrier: { type: 'REACHED_AT', contactKinds: ['tracking_id'] },
  levels: [
    {
      name: 'same',
      says: 'both carry one tracking id',
      m: 0.3,
      strangers: 0.005,
      growth: 2,
      genericFrom: genericFrom.Contact,
      finds: true,
      innocent: 'one web agency that built both sites, or a copied page',
    },
  ],
  differ: { inSequence: 0.7, together: 0.7 },
  keys: ({ key }) => (key === undefined ? undefined : [[key]]),
}
