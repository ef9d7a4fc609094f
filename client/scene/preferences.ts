import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export interface Preferences {
  readonly theme: 'light' | 'dark'
  readonly language: 'en' | 'zh' | undefined
  /** Who decides and seals here; asked once. */
  readonly author: string
  readonly welcomeClosed: boolean
}

/** What this browser remembers. Nothing of the data is among it. */
export const usePreferences = create<Preferences>()(
  persist(
    (): Preferences => ({
      theme: preferredTheme(),
      language: undefined,
      author: '',
      welcomeClosed: false,
    }),
    { name: 'revenant' },
  ),
)

function preferredTheme(): 'light' | 'dark' {
  return globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
