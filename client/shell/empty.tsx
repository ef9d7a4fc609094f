import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { focusSearch } from '../search/focus.ts'
import { NewRunBanner } from './new-run-banner.tsx'
import { openPage, usePage } from './page.ts'
import { UnfinishedBanner } from './unfinished-banner.tsx'

/** The store holds nothing: how to load, with the search ready for when something is there. */
export function NoData() {
  const { t } = useTranslation()
  useEffect(() => {
    if (usePage.getState().page === undefined) focusSearch()
  }, [])
  return (
    <main className="center">
      <NewRunBanner />
      <UnfinishedBanner />
      <div className="blank">
        <h2>{t('empty.dataTitle')}</h2>
        <p>{t('empty.data')}</p>
        <button type="button" className="btn primary" onClick={() => openPage('import')}>
          {t('empty.load')}
        </button>
        <p className="m">{t('empty.terminal')}</p>
        <code>npx revenant load datasets/samples/early-learning-sites/data</code>
        <code>npx revenant detect</code>
        <p className="m">{t('empty.dataThen')}</p>
      </div>
    </main>
  )
}

/** Records are there, how many is not always known yet, and no run has worked them out. */
export function NoRun({ records }: { readonly records: number | undefined }) {
  const { t } = useTranslation()
  return (
    <div className="blank">
      <h2>{t('empty.runTitle')}</h2>
      <p>{records === undefined ? t('empty.runUncounted') : t('empty.run', { records })}</p>
      <button type="button" className="btn primary" onClick={() => openPage('runs')}>
        {t('empty.workOut')}
      </button>
      <p className="m">{t('empty.terminal')}</p>
      <code>npx revenant detect</code>
      <p className="m">{t('empty.runSearch')}</p>
    </div>
  )
}

export function EmptyScene() {
  const { t } = useTranslation()
  return (
    <div className="blank">
      <h2>{t('empty.sceneTitle')}</h2>
      <p>{t('empty.scene')}</p>
    </div>
  )
}
