import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'
import { isMasked } from '../masked-values.ts'

/**
 * Both shops are paid into one account. Strangers share one through a payment agent, which then serves many. Of a masked account a bank's
 * prefix and four digits show as a rule: rare among hundreds of shops, not among hundreds of thousands.
 */
export const account: ChannelRule = {
  channel: 'account',
  hidden: true,
  carrier: { type: 'PAID_INTO' },
  levels: [
    {
      name: 'same',
      says: 'money of both goes into one account',
      m: 0.25,
      strangers: 0.0007,
      growth: 2.5,
      genericFrom: genericFrom.PaymentAccount,
      finds: true,
      innocent: 'a payment agent, a rented card or a family account',
    },
    {
      name: 'same',
      says: 'money of both goes into accounts that agree on all the digits that show',
      m: 0.25,
      strangers: 0.0007,
      growth: 2.5,
      mostBits: 15,
      genericFrom: genericFrom.PaymentAccount,
      finds: true,
      innocent:
        'two accounts of one bank whose hidden digits differ, a payment agent or a family account',
    },
  ],
  differ: { inSequence: 0.75, together: 0.75 },
  text: ({ key }) => key,
  keys: ({ key, like }) => {
    if (key === undefined) return undefined
    if (isMasked(key)) return like === undefined ? undefined : [[], like]
    return [[key], like ?? []]
  },
}
