import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'

/** Both shops were run from one device. */
export const device: ChannelRule = {
  channel: 'device',
  hidden: true,
  carrier: { type: 'REACHED_AT', contactKinds: ['device'] },
  levels: [
    {
      name: 'same',
      says: 'both were run from one device',
      m: 0.25,
      strangers: 0.003,
      growth: 1.5,
      genericFrom: genericFrom.Contact,
      finds: true,
      innocent:
        'a device that was sold on, an internet café, or an agent that runs shops for others',
    },
  ],
  differ: { inSequence: 0.75, together: 0.75 },
  keys: ({ key }) => (key === undefined ? undefined : [[key]]),
}
