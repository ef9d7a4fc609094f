import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { leads } from './en/leads.ts'
import type { english } from './en/messages.ts'
import { isolated } from './isolated.ts'

export type Language = 'en' | 'zh'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english & typeof leads }
  }
}

/** Both languages have every id, so that a page needs the texts of one alone. */
const texts = {
  en: async () => (await import('./en/messages.ts')).english,
  zh: async () => (await import('./zh-hans/messages.ts')).chinese,
} as const

/** Texts that a page brings with it, so that the first picture does not wait for them. */
const leadTexts = {
  en: async () => (await import('./en/leads.ts')).leads,
  zh: async () => (await import('./zh-hans/leads.ts')).leads,
} as const
const loaders = new Set<Readonly<Record<Language, () => Promise<object>>>>([texts])

/** Starts the texts in a language. React escapes what is put into them; here it is only kept from turning the sentence round. */
export async function startTexts(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await texts[language]() } },
    interpolation: { escapeValue: true, escape: isolated },
  })
  return i18next
}

/** Goes over to a language, whose texts are fetched when it is first asked for. */
export async function changeTexts(language: Language): Promise<void> {
  for (const load of loaders) await add(language, load)
  await i18next.changeLanguage(language)
}

/** Brings the texts of leads, in the language that is spoken and in each that is gone over to. */
export async function bringLeadTexts(): Promise<void> {
  loaders.add(leadTexts)
  await add(i18next.language === 'zh' ? 'zh' : 'en', leadTexts)
}

async function add(
  language: Language,
  load: Readonly<Record<Language, () => Promise<object>>>,
): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await load[language](), true)
}

/** The language to start in: what the address asks, what was chosen last, or what the browser speaks. */
export function firstLanguage(
  asked: Language | undefined,
  chosen: Language | undefined,
  spoken: readonly string[],
): Language {
  if (asked !== undefined) return asked
  if (chosen !== undefined) return chosen
  return spoken[0]?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en'
}
