import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { withTexts } from '../i18n/i18n.ts'
import { NewRunBanner } from './new-run-banner.tsx'
import { openPage, type Page } from './page.ts'
import { UnfinishedBanner } from './unfinished-banner.tsx'
import './page.css'

/** Pages come when they are first asked for. */
const contents: Readonly<Record<Page, React.ComponentType>> = {
  runs: lazy(async () => ({
    default: (await withTexts(() => import('../runs/runs-page.tsx'))).RunsPage,
  })),
  import: lazy(async () => ({
    default: (await withTexts(() => import('../import/import-page.tsx'))).ImportPage,
  })),
  leads: lazy(async () => ({
    default: (await withTexts(() => import('../leads/leads-page.tsx'))).LeadsPage,
  })),
  forget: lazy(async () => ({
    default: (await withTexts(() => import('../forget/forget-page.tsx'))).ForgetPage,
  })),
  targets: lazy(async () => ({
    default: (await withTexts(() => import('../targets/targets-page.tsx'))).TargetsPage,
  })),
}

const texts = {
  runs: { title: 'pages.runs', about: 'pages.runsAbout' },
  import: { title: 'pages.importTitle', about: 'pages.importAbout' },
  leads: { title: 'pages.leads', about: 'pages.leadsAbout' },
  forget: { title: 'pages.forgetTitle', about: 'pages.forgetAbout' },
  targets: { title: 'pages.targetsTitle', about: 'pages.targetsAbout' },
} as const

/** The page that lies over the picture. The picture lives on under it, where no key and no pointer reaches it. */
export function PageLayer({ page }: { readonly page: Page | undefined }) {
  if (page === undefined) return null
  const Content = contents[page]
  return (
    <Frame key={page} page={page}>
      <Content />
    </Frame>
  )
}

function Frame({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])
  const { title, about } = texts[page]
  return (
    <section ref={frame} className="page" tabIndex={-1} aria-labelledby="page-title">
      <NewRunBanner />
      <UnfinishedBanner />
      <header className="page-head">
        <h1 id="page-title">{t(title)}</h1>
        <span className="s2 clip">{t(about)}</span>
        <span className="grow" />
        <button type="button" className="btn slim" onClick={() => openPage(undefined)}>
          {t('pages.back')} <kbd>Esc</kbd>
        </button>
      </header>
      <Suspense
        fallback={
          <div className="blank m" role="status">
            {t('shell.loading')}
          </div>
        }
      >
        {children}
      </Suspense>
    </section>
  )
}
