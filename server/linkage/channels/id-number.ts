import type { ChannelRule, ShopValue } from '../channel.ts'
import { foldText } from '../fold-text.ts'
import { genericFrom } from '../generic.ts'
import { isMasked } from '../masked-values.ts'

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
      name: 'same',
      says: 'both are registered under the same wrong number, which fails its own check',
      m: 0.02,
      strangers: 0.003,
      growth: 1.2,
      genericFrom: genericFrom.Identity,
      finds: true,
      innocent: 'a filler that a form accepts, or a slip of one agent',
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
    {
      name: 'near',
      says: 'of a masked number what shows agrees, or a wrong number is the other with one slip of the pen',
      m: 0.02,
      strangers: 0.1,
      mostBits: 12,
      growth: 1.2,
      genericFrom: 8,
      finds: true,
      innocent: 'two people of one place and birth date, whose numbers look alike',
    },
  ],
  differ: { inSequence: 0.7, together: 0.7 },
  text: (value) =>
    value.about.refusedNumber ?? (isNumbered(value) ? value.parts.at(-1) : undefined),
  keys: (value) => {
    const { key, about, like = [] } = value
    const { refusedNumber: wrong, identity } = about
    if (wrong !== undefined) return wrongKeys(wrong, value.like)
    if (key === undefined || !isNumbered(value)) return undefined
    const name = foldText(about.name ?? '')
      .split(' ')
      .toSorted()
      .join(' ')
    return [name === '' ? [] : [`${key}|${identity ?? name}`], [], [key], like]
  },
}

/** A filler such as 1111111111 has fewer different characters. */
const leastDifferent = 4

function wrongKeys(
  wrong: string,
  like: readonly string[] | undefined,
): readonly (readonly string[])[] | undefined {
  if (isMasked(wrong)) return like === undefined ? undefined : [[], [], [], like]
  return new Set(wrong).size < leastDifferent ? undefined : [[], [wrong], [], like ?? []]
}

/** Whether the node is known by a number that passed its check. */
function isNumbered({ about, parts }: ShopValue): boolean {
  return about.idScheme !== undefined && parts[0] === about.idScheme
}
