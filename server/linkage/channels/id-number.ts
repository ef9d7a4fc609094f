import type { ChannelRule } from '../channel.ts'
import { foldText } from '../fold-text.ts'
import { genericFrom } from '../generic.ts'

/** Both shops are registered under one official number. The same number under two names may be typed wrong, made up or borrowed. */
export const idNumber: ChannelRule = {
  channel: 'id_number',
  hidden: true,
  carrier: { type: 'REGISTERED_TO', reads: 'number' },
  levels: [
    {
      name: 'same',
      says: 'both are registered under one number and one name',
      m: 0.2,
      strangers: 0.001,
      growth: 1.2,
      genericFrom: genericFrom.Identity,
      finds: true,
      innocent: 'a registration agent that signs for many, or a stolen number',
    },
    {
      name: 'near',
      says: 'both are registered under one number; the names differ or one is missing',
      m: 0.1,
      strangers: 0.1,
      growth: 1.2,
      genericFrom: genericFrom.Identity,
      finds: true,
      innocent: 'a number typed wrong, made up or borrowed',
    },
  ],
  differ: { inSequence: 0.7, together: 0.7 },
  keys: ({ key, parts, about }) => {
    if (key === undefined || about.idScheme === undefined || parts[0] !== about.idScheme)
      return undefined
    const name = foldText(about.name ?? '')
      .split(' ')
      .toSorted()
      .join(' ')
    return [name === '' ? [] : [`${key}|${name}`], [key]]
  },
}
