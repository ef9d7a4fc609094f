import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Health } from '../../server/contract/health.ts'
import { openPage } from '../shell/page.ts'
import type { RunChoice } from './start-run.ts'

interface RunFormProps {
  readonly health: Health | undefined
  readonly busy: boolean
  readonly onStart: (choice: RunChoice) => void
}

/** To which day and with whose eyes a run is worked out. The demo has no form: it is not changed. */
export function RunForm({ health, busy, onStart }: RunFormProps) {
  const { t } = useTranslation()
  const [asOf, setAsOf] = useState('')
  const [publicView, setPublicView] = useState(false)
  if (health === undefined) return null
  if (health.store.role === 'demo') {
    return (
      <div className="row">
        <span className="s2">{t('runs.demoCannot')}</span>
        <button type="button" className="btn" onClick={() => openPage('import')}>
          {t('runs.toImport')}
        </button>
      </div>
    )
  }
  // Where nothing is loaded the page says so, with the way to load.
  if (health.records === 0) return null
  return (
    <form
      className="run-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onStart({ asOf: asOf === '' ? undefined : asOf, publicView })
      }}
    >
      <label className="row" title={t('runs.asOfNote')}>
        {t('runs.asOf')}
        <input
          type="date"
          className="field"
          aria-describedby="run-as-of"
          value={asOf}
          onChange={(event) => setAsOf(event.target.value)}
        />
      </label>
      <label className="row" title={t('runs.publicViewNote')}>
        <input
          type="checkbox"
          aria-describedby="run-public"
          checked={publicView}
          onChange={(event) => setPublicView(event.target.checked)}
        />
        {t('runs.publicView')}
      </label>
      <button
        type="submit"
        className="btn primary"
        disabled={busy}
        title={busy ? t('jobs.busy') : undefined}
      >
        <IconPlayerPlay className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t('runs.start')}
      </button>
      <p className="m small">
        <span id="run-as-of">{t('runs.asOfNote')}</span>
        {publicView && <span id="run-public"> {t('runs.publicViewNote')}</span>}
      </p>
    </form>
  )
}
