import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { English } from './en/messages.ts'
import { isolated } from './isolated.ts'

export type Language = 'en' | 'zh'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: English }
  }
}

/** Both languages have every id, so that a page needs the texts of one alone. */
const texts = {
  en: async () => (await import('./en/messages.ts')).english,
  zh: async () => (await import('./zh-hans/messages.ts')).chinese,
} as const

/** Texts of what comes when it is first asked for, and then stays. */
const later = {
  en: async () => (await import('./en/later.ts')).later,
  zh: async () => (await import('./zh-hans/later.ts')).later,
} as const
let isLater = false

/** Code that comes when it is first asked for, together with its texts. */
export async function withTexts<T>(load: () => Promise<T>): Promise<T> {
  isLater = true
  const language = i18next.language === 'zh' ? 'zh' : 'en'
  const [loaded] = await Promise.all([load(), addLater(language)])
  return loaded
}

async function addLater(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await later[language](), true)
}

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
  if (isLater) await addLater(language)
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
