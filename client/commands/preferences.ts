import i18next from 'i18next'

import type { Language } from '../i18n/i18n.ts'
import { usePreferences } from '../scene/preferences.ts'

/** Changes the language of the page and remembers it. */
export function setLanguage(language: Language): void {
  usePreferences.setState({ language })
  void i18next.changeLanguage(language)
}

export function setTheme(theme: 'light' | 'dark'): void {
  usePreferences.setState({ theme })
}
