import type { Audience, LeadFileAnswer, Recipient } from '../../server/contract/lead-files.ts'
import type { Language } from '../i18n/i18n.ts'

/** A recipient as it is being written; `place` tells lines apart that say the same. */
export interface WrittenRecipient {
  readonly place: number
  readonly name: string
  readonly audience: Audience
  readonly territory: string
}

/** What is written of a draft so far. */
export interface WrittenDraft {
  readonly to: readonly WrittenRecipient[]
  readonly asks: string
  readonly language: LeadFileAnswer['body']['language']
  readonly names: LeadFileAnswer['body']['names']
  /** Ids of registered rights, with commas. */
  readonly rights: string
}

export type Drafted = Pick<LeadFileAnswer['body'], 'to' | 'asks' | 'language' | 'names' | 'rights'>

/** The most recipients that a lead can have. */
export const recipientsMax = 20

/** A draft with one recipient who is yet to be named, in the reader's language. */
export function emptyDraft(language: Language): WrittenDraft {
  return {
    to: [emptyRecipient(0)],
    asks: '',
    language: language === 'zh' ? 'zh-CN' : 'en',
    names: 'stated',
    rights: '',
  }
}

/** What a draft says, ready to be rewritten. */
export function writtenOf({ to, asks, language, names, rights = [] }: Drafted): WrittenDraft {
  const recipients = to.map((own, place) => ({ ...own, place }))
  return { to: recipients, asks, language, names, rights: rights.join(', ') }
}

export function withRecipient(draft: WrittenDraft): WrittenDraft {
  const place = Math.max(-1, ...draft.to.map((own) => own.place)) + 1
  return { ...draft, to: [...draft.to, emptyRecipient(place)] }
}

/** The draft as the server takes it; undefined while anything is missing. */
export function draftedOf({
  to,
  asks,
  language,
  names,
  rights,
}: WrittenDraft): Drafted | undefined {
  const named = to.map(
    ({ name, audience, territory }): Recipient => ({
      name: name.trim(),
      audience,
      territory,
    }),
  )
  const whole = named.every(({ name, territory }) => name !== '' && isCountryCode(territory))
  if (!whole || named.length === 0 || asks.trim() === '') return undefined
  return { to: named, asks: asks.trim(), language, names, rights: idsOf(rights) }
}

/** Ids that were typed with commas or on lines between them. */
export function idsOf(typed: string): string[] {
  const ids = typed.split(/[,，;；\n]/).map((id) => id.trim())
  return [...new Set(ids.filter(Boolean))]
}

/** The letters of a country as they are meant, however they were typed. */
export function lettersOf(typed: string, most: number): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, most)
}

/** What a country is called; undefined for letters that are no country's. */
export function countryName(code: string, language: Language): string | undefined {
  if (!isCountryCode(code)) return undefined
  const tag = language === 'zh' ? 'zh-Hans' : 'en'
  return new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' }).of(code)
}

function emptyRecipient(place: number): WrittenRecipient {
  return { place, name: '', audience: 'authority', territory: '' }
}

function isCountryCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text)
}
