import { changeTexts, type Language } from '../i18n/i18n.ts'
import { usePreferences } from '../scene/preferences.ts'

/** Changes the language of the page and remembers it. */
export async function setLanguage(language: Language): Promise<void> {
  await changeTexts(language)
  usePreferences.setState({ language })
}

export function setTheme(theme: 'light' | 'dark'): void {
  usePreferences.setState({ theme })
}
