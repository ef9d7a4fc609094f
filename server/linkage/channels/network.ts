import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'

/** Both shops were seen on one Wi-Fi or internet address, which many strangers may share. */
export const network: ChannelRule = {
  channel: 'network',
  hidden: true,
  carrier: { type: 'REACHED_AT', contactKinds: ['wifi', 'ip', 'network'] },
  levels: [
    {
      name: 'same',
      says: 'both were seen on one network',
      m: 0.2,
      strangers: 0.3,
      growth: 1.3,
      genericFrom: genericFrom.Contact,
      finds: true,
      innocent: 'one office building, one mobile network, one proxy service',
    },
  ],
  differ: { inSequence: 0.8, together: 0.8 },
  keys: ({ key }) => (key === undefined ? undefined : [[key]]),
}
