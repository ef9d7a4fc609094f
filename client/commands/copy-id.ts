import i18next from 'i18next'

import { say } from '../shell/notify.ts'

/** Puts the id of a thing on the clipboard, and says so; where that is not allowed the id itself is said. */
export async function copyId(id: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(id)
    say(i18next.t('menu.copied', { id }))
  } catch {
    say(i18next.t('menu.copyFailed', { id }))
  }
}
