import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'

/** Both shops are reached at one e-mail address, or at two that differ in their digits alone. */
export const email: ChannelRule = {
  channel: 'email',
  carrier: { type: 'REACHED_AT', contactKinds: ['email'] },
  levels: [
    {
      name: 'same',
      says: 'both are reached at one e-mail address',
      m: 0.2,
      strangers: 0.002,
      growth: 2,
      genericFrom: genericFrom.Contact,
      finds: true,
      innocent: 'an agent that registers shops for others',
    },
    {
      name: 'near',
      family: 'catalogue',
      says: 'the e-mail addresses differ in their digits alone',
      m: 0.08,
      strangers: 0.3,
      growth: 1.2,
      genericFrom: genericFrom.Contact,
      finds: true,
      innocent: 'two people of one name at one mail service',
    },
  ],
  differ: { inSequence: 0.72, together: 0.72 },
  keys: ({ parts }) => {
    const address = parts[1]
    if (address === undefined) return undefined
    const [local = '', host = ''] = address.split('@')
    const stem = local.replace(/[\d._+-]+/gu, '')
    return [[address], stem.length < 3 ? [] : [`${stem}@${host}`]]
  },
}
