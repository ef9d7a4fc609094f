import type { ChannelRule, Level } from '../channel.ts'
import { foldText, withOneLeftOut } from '../fold-text.ts'
import { genericFrom } from '../generic.ts'

const shared = {
  growth: 1,
  genericFrom: genericFrom.Identity,
  finds: true,
} as const satisfies Partial<Level>

/** Both shops are registered in one name. A company's whole name is rare; a person's may be common, which its holders tell. */
export const registrant: ChannelRule = {
  channel: 'registrant',
  carrier: { type: 'REGISTERED_TO', reads: 'name' },
  levels: [
    {
      ...shared,
      name: 'same',
      says: 'both are registered to one company name',
      m: 0.12,
      strangers: 0.05,
      innocent: 'two companies of one name, or a name copied to look like another',
    },
    {
      ...shared,
      name: 'same',
      says: 'both are registered to one personal name',
      m: 0.15,
      strangers: 0.5,
      innocent: 'two people of one name',
    },
    {
      ...shared,
      name: 'near',
      says: 'the registrant names are one letter apart, or the same but for trade and legal form',
      m: 0.08,
      strangers: 0.5,
      innocent: 'two companies whose names look alike',
    },
  ],
  differ: { inSequence: 0.65, together: 0.65 },
  keys: ({ about }) => {
    const name = foldText(about.name ?? '')
    if (name === '') return undefined
    if (about.entityKind !== 'company') return [[], [name.split(' ').toSorted().join(' ')], []]
    const core = coreOf(name)
    return [[name], [], core.length < 4 ? [core] : withOneLeftOut(core)]
  },
}

/** Legal forms and trades that many companies share, English and Chinese; the rest of a name is its core. */
const common = new RegExp(
  '(股份)?有限(责任)?公司|公司|商行|经营部|工作室|网店|贸易|电子商务|商贸|服饰|皮具|鞋业|科技|实业|' +
    '\\b(co|ltd|limited|inc|llc|gmbh|group|company|corp|corporation|store|factory|international|trading|' +
    'leather|shoes|garments?|import|export|ecommerce|technology|bags|sports|fashion|works)\\b',
  'gu',
)

function coreOf(name: string): string {
  const core = name.replace(common, ' ').replace(/\s+/gu, ' ').trim()
  return core === '' ? name : core
}
