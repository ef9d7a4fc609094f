import type { TFunction } from 'i18next'

import type { Channel, LedgerBar } from '../../server/contract/ring.ts'

/** Ids of pictures mean nothing to a reader: up to this many characters are shown. */
const idCharacters = 12

/** A value as it is shown: whole as its source typed it, but an opaque id of a picture by its ends. */
export function valueText(channel: Channel, literal: string): string {
  const short = channel === 'images' && idCharacters < literal.length
  return short ? `${literal.slice(0, 6)}…${literal.slice(-4)}` : literal
}

const likened: ReadonlySet<Channel> = new Set(['images', 'prices'])

const signs: Readonly<Record<string, string>> = { same: '=', near: '≈', differ: '≠' }

/** What stands between the two values of a bar. One picture can have two ids, hashes that all but agree, and prices agree when they are about the same. */
export function signOf({ channel, level, a, b }: LedgerBar): string {
  const alike = likened.has(channel) && level === 'same' && a.literal !== b.literal
  return signs[alike ? 'near' : level] ?? '~'
}

/** True where the two values are only examples: nothing of all that each shop lists is listed by the other. */
export function isExample({ channel, level }: Pick<LedgerBar, 'channel' | 'level'>): boolean {
  return level === 'differ' && (channel === 'images' || channel === 'titles')
}

/** Both values of a bar in one line. */
export function valuesText(t: TFunction, bar: LedgerBar): string {
  const [a, b] = [bar.a, bar.b].map(({ literal }) => valueText(bar.channel, literal))
  return `${isExample(bar) ? `${t('link.noneShared')} ` : ''}${a} ${signOf(bar)} ${b}`
}
