import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'
import { isMasked } from '../masked-values.ts'
import { foldName } from '../romanized.ts'

/**
 * Both shops are paid into one account, or into accounts that stand in one name. Strangers share one through a payment agent, which then serves many. Of a masked account a bank's
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
    {
      name: 'near',
      says: 'money of both goes into accounts that stand in one name',
      m: 0.05,
      strangers: 0.5,
      growth: 1,
      // Namesakes are only as rare as the store knows, and whoever rents out one account rents out others.
      mostBits: 10,
      genericFrom: genericFrom.Identity,
      finds: true,
      family: 'who',
      shows: 'holder',
      innocent: 'two people of one name, or somebody who lends accounts to many',
    },
  ],
  differ: { inSequence: 0.7, together: 0.7 },
  text: ({ key }) => key,
  keys: ({ key, like, about: { holder = '' } }) => {
    if (key === undefined) return undefined
    const holders = holderKeys(holder)
    if (!isMasked(key)) return [[key], like ?? [], holders]
    const says = like !== undefined || 0 < holders.length
    return says ? [[], like ?? [], holders] : undefined
  },
}

/** Banks show a part of a name as a rule, `*建国` or `Chen J.`, which half a town shares. */
function holderKeys(holder: string): readonly string[] {
  const words = foldName(holder).split(' ').toSorted()
  const name = words.join(' ')
  const isPart = isMasked(holder) || words.some((word) => initial.test(word))
  return isPart || name.length < leastLetters ? [] : [name]
}

const initial = /^\p{Script=Latin}$/u
const leastLetters = 2
