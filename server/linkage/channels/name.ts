import type { ChannelRule } from '../channel.ts'
import { foldText, wordsOf } from '../fold-text.ts'

/** Both shops go by one name, or share an unusual word. Weak on purpose: names are copied, and brands are what counterfeits carry. */
export const name: ChannelRule = {
  channel: 'name',
  levels: [
    {
      name: 'same',
      says: 'both go by one name',
      m: 0.05,
      strangers: 0.25,
      growth: 1,
      mostBits: 3,
      genericFrom: 20,
      finds: false,
      innocent: 'a brand or a common phrase that anyone may use',
    },
    {
      name: 'near',
      says: 'the names share an unusual word',
      m: 0.15,
      strangers: 1,
      growth: 1,
      mostBits: 3,
      genericFrom: 20,
      finds: false,
      innocent: 'a brand, a place or a trade that anyone may name',
    },
  ],
  differ: { inSequence: 0.8, together: 0.8 },
  keys: ({ literal }) => {
    const folded = foldText(literal)
    return folded === '' ? undefined : [[folded], wordsOf(literal)]
  },
}
