import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconHelp,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { ringsQuery } from '../api/queries.ts'
import { setLanguage, setTheme } from '../commands/preferences.ts'
import { redoStep, undoStep } from '../commands/travel.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { KnownControl } from '../known/known-control.tsx'
import { IconButton } from '../marks/icon-button.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { useExplorer } from '../scene/store.ts'
import { SearchBox } from '../search/search-box.tsx'
import { AsOf } from './as-of.tsx'
import { PageNav } from './page-nav.tsx'

/** Which data this is, search, undo, the date of the picture, language, theme, help. */
export function TopBar() {
  const { t } = useTranslation()
  return (
    <header className="topbar">
      <div className="left">
        <span className="brand">
          <Mark />
          {t('shell.product')}
        </span>
        <PageNav />
        <span className="sep" />
        <StoreName />
      </div>
      <SearchBox />
      <div className="right">
        <UndoRedo />
        <AsOf />
        <KnownControl />
        <span className="sep" />
        <LanguageSwitch />
        <ThemeSwitch />
        <IconButton
          icon={IconHelp}
          label={t('shell.help')}
          onClick={() => useExplorer.setState({ dialog: 'keys' })}
        />
      </div>
    </header>
  )
}

/** Datasets by name, and a badge that says whose store this is. */
function StoreName() {
  const { t } = useTranslation()
  const seen = useExplorer((state) => state.seen)
  const demo = seen?.store.role === 'demo'
  const first = useQuery({ ...ringsQuery, enabled: demo }).data?.items[0]?.name
  if (seen === undefined) return null
  const { store, datasets } = seen
  const loaded = datasets.length === 0 ? t('shell.noData') : datasets.join(', ')
  const names = demo && first !== undefined ? t('shell.demoCase', { ring: first }) : loaded
  return (
    <>
      <span className="case clip" title={names}>
        {names}
      </span>
      <span className="chip line" title={store.label}>
        {demo ? t('shell.synthetic') : shortLabel(store.label)}
      </span>
    </>
  )
}

/** A store's label without the folders that lead to it, which the tooltip has. */
function shortLabel(label: string): string {
  return label.replace(/(^|\s)\/\S*\/(?=[^/]+\/[^/]+$)/, '$1')
}

function UndoRedo() {
  const { t } = useTranslation()
  const { steps, done } = useExplorer((state) => state.history)
  return (
    <>
      <IconButton
        icon={IconArrowBackUp}
        label={t('shell.undo')}
        disabled={done === 0}
        onClick={() => void undoStep()}
      />
      <IconButton
        icon={IconArrowForwardUp}
        label={t('shell.redo')}
        disabled={done === steps.length}
        onClick={() => void redoStep()}
      />
    </>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for.
    <div className="seg" role="group" aria-label={t('shell.language')}>
      <button
        type="button"
        lang="en"
        aria-pressed={language === 'en'}
        onClick={() => void setLanguage('en')}
      >
        EN
      </button>
      <button
        type="button"
        lang="zh-Hans"
        aria-pressed={language === 'zh'}
        onClick={() => void setLanguage('zh')}
      >
        中文
      </button>
    </div>
  )
}

function ThemeSwitch() {
  const { t } = useTranslation()
  const theme = usePreferences((preferences) => preferences.theme)
  return theme === 'light' ? (
    <IconButton icon={IconMoon} label={t('shell.dark')} onClick={() => setTheme('dark')} />
  ) : (
    <IconButton icon={IconSun} label={t('shell.light')} onClick={() => setTheme('light')} />
  )
}

function Mark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="6" cy="9" r="4.6" fill="none" stroke="var(--text)" strokeWidth="1.8" />
      <path
        d="M9.4 4.9a5 5 0 1 1 0 8.2"
        fill="none"
        stroke="var(--closed)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  )
}
