import type { Language } from './i18n.ts'

const formats = {
  en: new Intl.NumberFormat('en-US'),
  zh: new Intl.NumberFormat('zh-CN'),
} as const

/** A count with its thousands marked, as the reader's language writes it. */
export function numberText(value: number, language: Language): string {
  return formats[language].format(value)
}
