import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Health } from '../../server/contract/health.ts'
import { healthQuery } from '../api/queries.ts'
import { JobStrip } from '../jobs/job-strip.tsx'
import { useRunningJob } from '../jobs/use-running-job.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { openPage } from '../shell/page.ts'
import { StoreNote } from '../shell/store-note.tsx'
import { ChosenList } from './chosen-list.tsx'
import { DropZone } from './drop-zone.tsx'
import { HeldList } from './held-list.tsx'
import { type QuarantineOf, sourcesQuery } from './import-queries.ts'
import { LoadReports } from './load-reports.tsx'
import { LoadedTable } from './loaded-table.tsx'
import { useMapping } from './mapping-state.ts'
import { MappingView } from './mapping-view.tsx'
import { QuarantineList } from './quarantine-list.tsx'
import { sendChosen, useSending } from './send-files.ts'
import './import.css'

/** What is loaded and what was not, and how more is loaded. */
export function ImportPage() {
  const { t } = useTranslation()
  const busy = useRunningJob()
  const { chosen, sent, failure, unreadable } = useSending()
  const health = useQuery(healthQuery).data
  const sources = useQuery(sourcesQuery)
  const [rows, setRows] = useState<QuarantineOf>()
  const { mapping } = useMapping()
  const items = sources.data?.items
  return (
    <div className="page-body import">
      <aside className="import-side" aria-label={t('imports.drop')}>
        <DropZone disabled={busy || sent !== undefined || mapping !== undefined} />
        {failure !== undefined && <FailureNote error={failure} onRetry={() => void sendChosen()} />}
        {unreadable && (
          <p className="notice" role="alert">
            {t('imports.unreadable')}
          </p>
        )}
        {chosen !== undefined && <ChosenList chosen={chosen} busy={busy} />}
        <p className="m small">{t('imports.again')}</p>
      </aside>
      <div className="import-main">
        <JobStrip />
        <HeldList busy={busy} />
        {mapping !== undefined && (
          <MappingView
            mapping={mapping}
            loaded={(items ?? []).map(({ dataset }) => dataset)}
            busy={busy}
          />
        )}
        <LoadReports onRows={setRows} />
        {mapping === undefined && <Where health={health} empty={items?.length === 0} />}
        {sources.error !== null && (
          <FailureNote error={sources.error} onRetry={() => void sources.refetch()} />
        )}
        {sources.isLoading && <Bones rows={6} />}
        {items !== undefined && 0 < items.length && (
          <section aria-labelledby="sources-title">
            <div className="row section-head">
              <h2 id="sources-title">{t('imports.sources')}</h2>
              <span className="grow" />
              <StoreNote health={health} />
              <button type="button" className="btn slim" onClick={() => openPage('forget')}>
                {t('forget.page')}
              </button>
            </div>
            <LoadedTable sources={items} shown={rows} onRows={setRows} />
          </section>
        )}
        {rows !== undefined && <QuarantineList of={rows} onClose={() => setRows(undefined)} />}
      </div>
    </div>
  )
}

interface WhereProps {
  readonly health: Health | undefined
  readonly empty: boolean
}

/** Where data goes, and what to do first where there is none. */
function Where({ health, empty }: WhereProps) {
  const { t } = useTranslation()
  if (health?.store.role === 'demo') {
    return (
      <div className="first">
        <h2>{t('imports.firstTitle')}</h2>
        <p className="s2">{t('imports.first')}</p>
        <p className="s2">{t('imports.intoOwn')}</p>
        <button type="button" className="btn" onClick={() => openPage(undefined)}>
          {t('imports.lookAtDemo')}
        </button>
      </div>
    )
  }
  if (!empty) return null
  return (
    <div className="blank page-blank">
      <h2>{t('imports.emptyTitle')}</h2>
      <p>{t('imports.empty')}</p>
    </div>
  )
}
