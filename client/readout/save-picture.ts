import i18next from 'i18next'

import { paintSheet } from '../../server/picture/sheet-svg.ts'
import { darkTheme, lightTheme } from '../../server/picture/theme.ts'
import { words } from '../../server/picture/words.ts'
import { asOfIn } from '../scene/as-of.ts'
import { usePreferences } from '../scene/preferences.ts'
import { useExplorer } from '../scene/store.ts'
import { say } from '../shell/notify.ts'
import { fileName } from './file-name.ts'
import { offerPng, offerSvg } from './offer.ts'
import { sheetNow, stripNow } from './sheet-now.ts'

export interface Wanted {
  readonly what: 'view' | 'timeline'
  readonly format: 'png' | 'svg'
  readonly colors: 'page' | 'light'
}

/** Saves what is seen as a file of its own, in the language of the page. */
export async function savePicture({ what, format, colors }: Wanted): Promise<void> {
  const t = i18next.t
  const language = i18next.language === 'zh' ? 'zh' : 'en'
  const sheet = what === 'view' ? sheetNow(t) : stripNow(t, language)
  if (sheet === undefined) return say(t('share.nothing'))
  const dark = colors === 'page' && usePreferences.getState().theme === 'dark'
  const text = paintSheet(sheet, dark ? darkTheme : lightTheme, words[language])
  const name = nameOf(what, format)
  try {
    if (format === 'svg') offerSvg(text, name)
    else await offerPng(text, name)
    say(t('share.saved', { name }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say(t('share.failed', { reason }))
  }
}

function nameOf(what: Wanted['what'], format: Wanted['format']): string {
  const state = useExplorer.getState()
  const { scene, layout } = state.view
  const view = what === 'timeline' ? what : layout
  return fileName({ date: asOfIn(state), view, ring: scene.ring?.name ?? '' }, format)
}
