import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { english } from './en/messages.ts'
import { isolated } from './isolated.ts'

export type Language = 'en' | 'zh'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english }
  }
}

/** Both languages have every id, so that a page needs the texts of one alone. */
const texts = {
  en: async () => (await import('./en/messages.ts')).english,
  zh: async () => (await import('./zh-hans/messages.ts')).chinese,
} as const

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
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await texts[language]())
  }
  await i18next.changeLanguage(language)
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
