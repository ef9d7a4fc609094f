import type { ChannelRule, Level } from '../channel.ts'
import { companyCore } from '../company-core.ts'
import { foldText, withOneLeftOut } from '../fold-text.ts'
import { genericFrom } from '../generic.ts'
import { withoutLegalForms } from '../legal-forms.ts'
import { isMasked } from '../masked-values.ts'
import { foldName, soundsOf } from '../romanized.ts'

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
      says: 'both are registered to one person or company: the names are alike, and a number, birth date, address, contact or account of the registrant is one',
      m: 0.03,
      strangers: 0.01,
      innocent: 'relatives or firms of one owner, whose records look alike',
    },
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
    {
      ...shared,
      name: 'near',
      says: 'the personal names sound alike, or one is the other in Latin letters',
      m: 0.03,
      strangers: 1,
      mostBits: 6,
      finds: false,
      innocent: 'two people whose names sound alike',
    },
    {
      ...shared,
      name: 'near',
      says: 'one personal name or both are masked, and what shows agrees',
      m: 0.03,
      strangers: 1,
      mostBits: 6,
      finds: false,
      innocent: 'two people of one family name',
    },
  ],
  differ: { inSequence: 0.65, together: 0.65 },
  text: ({ about }) => (about.entityKind === 'company' ? undefined : shownName(about.name ?? '')),
  keys: ({ about, like }) => {
    const { identity, name: typed = '' } = about
    const name = foldText(typed)
    if (name === '') return undefined
    const one = identity === undefined ? [] : [identity]
    if (about.entityKind === 'company') {
      // All that is left of a name whose letters an encoding lost.
      if (withoutLegalForms(name) === '') return undefined
      const core = companyCore(name)
      return [one, [name], [], core.length < 4 ? [core] : withOneLeftOut(core), [], []]
    }
    if (isMasked(shownName(typed))) return like && [[], [], [], [], [], like]
    const words = foldName(typed).split(' ').toSorted().join(' ')
    return [one, [], [words], [], soundsOf(typed), like ?? []]
  },
}

/** A personal name as far as it shows; `张某某` hides the given name as `张**` does. */
function shownName(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('某', '*')
    .replaceAll(/[^\p{L}\p{N}\p{M}*•]+/gu, '')
}
