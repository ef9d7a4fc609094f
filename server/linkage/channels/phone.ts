import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'
import { isMasked } from '../masked-values.ts'

/** Digits from the right in which one may differ; further left the numbers are of different networks or towns. */
const variableDigits = 8

const exact = { growth: 2, genericFrom: genericFrom.Contact, finds: true } as const
const neighbours = { growth: 1.5, genericFrom: 8, finds: true } as const

/**
 * Both shops are reached at one telephone number, or at two that differ in one digit. A number without its area code (`;phone-context=`, RFC 3966)
 * may be another line in another town, and is as a rule an office's; it says less than a whole one. Of a masked one a prefix and four digits show as a rule:
 * by chance one number in some ten thousand fits, however few there are in the store.
 */
export const phone: ChannelRule = {
  channel: 'phone',
  carrier: { type: 'REACHED_AT', contactKinds: ['phone', 'phone-masked'] },
  levels: [
    {
      ...exact,
      name: 'same',
      says: 'both are reached at one telephone number',
      m: 0.22,
      strangers: 0.002,
      innocent:
        'a switchboard, a service that answers for many, or a number that was given out again',
    },
    {
      ...exact,
      name: 'same',
      says: 'both are reached at one local telephone number',
      m: 0.22,
      strangers: 0.02,
      innocent: 'an office line that several use, or the same number in another town',
    },
    {
      ...neighbours,
      name: 'near',
      says: 'the telephone numbers differ in one digit',
      m: 0.06,
      strangers: 0.03,
      innocent: 'neighbouring numbers of one block',
    },
    {
      ...neighbours,
      name: 'near',
      says: 'the local telephone numbers differ in one digit',
      m: 0.06,
      strangers: 0.5,
      innocent: 'neighbouring numbers of one exchange',
    },
    {
      name: 'near',
      says: 'one telephone number or both are masked, and the digits that show agree',
      m: 0.03,
      strangers: 1,
      growth: 1,
      mostBits: 9,
      genericFrom: 8,
      finds: true,
      innocent: 'two numbers whose hidden digits differ',
    },
  ],
  differ: { inSequence: 0.72, together: 0.72 },
  text: ({ parts }) => parts[1],
  keys: ({ parts, like }) => {
    const number = parts[1]
    if (number === undefined) return undefined
    if (isMasked(number)) return like === undefined ? undefined : [[], [], [], [], like]
    const [open, shown] = [oneDigitOpen(number), like ?? []]
    return number.startsWith('+')
      ? [[number], [], open, [], shown]
      : [[], [number], [], open, shown]
  },
}

/** The number once for each of its last digits, with that digit left open; what follows `;` is no part of it. */
function oneDigitOpen(number: string): string[] {
  const end = number.includes(';') ? number.indexOf(';') : number.length
  const first = Math.max(0, end - variableDigits)
  return Array.from(
    { length: end - first },
    (_, n) => `${number.slice(0, first + n)}*${number.slice(first + n + 1)}`,
  )
}
