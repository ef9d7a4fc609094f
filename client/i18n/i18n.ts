import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import { english } from './en/messages.ts'
import { chinese } from './zh-hans/messages.ts'

export type Language = 'en' | 'zh'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english }
  }
}

/** Starts the texts in a language; React escapes what is put into them. */
export async function startTexts(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: english }, zh: { translation: chinese } },
    interpolation: { escapeValue: false },
  })
  return i18next
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
