import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Health } from '../../server/contract/health.ts'
import { healthQuery } from '../api/queries.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useJob } from '../jobs/job-state.ts'
import { JobStrip } from '../jobs/job-strip.tsx'
import { useRunningJob } from '../jobs/use-running-job.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { useExplorer } from '../scene/store.ts'
import { openPage } from '../shell/page.ts'
import { StoreNote } from '../shell/store-note.tsx'
import { Changes } from './changes.tsx'
import { showLatest } from './open-change.ts'
import { Reliability } from './reliability.tsx'
import { RunForm } from './run-form.tsx'
import { runsQuery } from './runs-queries.ts'
import { RunsTable } from './runs-table.tsx'
import { startRun } from './start-run.ts'
import './runs.css'

/** Every run that the store keeps, how to make another, and what it changed. */
export function RunsPage() {
  const busy = useRunningJob()
  const health = useQuery(healthQuery).data
  const runs = useQuery(runsQuery)
  const pictured = usePictured(health)
  const [chosen, setChosen] = useState<number>()
  const [again, setAgain] = useState<Parameters<typeof startRun>[0]>()
  const items = runs.data?.items
  const run = items?.find(({ id }) => id === chosen) ?? items?.[0]
  const start = (choice: Parameters<typeof startRun>[0]) => {
    setAgain(choice)
    setChosen(undefined)
    void startRun(choice)
  }
  return (
    <div className="page-body runs">
      <div className="runs-top">
        <StoreNote health={health} />
        <span className="grow" />
        <RunForm health={health} busy={busy} onStart={start} />
      </div>
      <JobStrip onAgain={again && (() => start(again))} />
      <Ended pictured={pictured} />
      {runs.error !== null && (
        <FailureNote error={runs.error} onRetry={() => void runs.refetch()} />
      )}
      {runs.isLoading && <Bones rows={6} />}
      {items?.length === 0 && <NoRuns isEmpty={health === undefined || health.records === 0} />}
      {items !== undefined && run !== undefined && (
        <>
          <RunsTable
            runs={items}
            chosen={run.id}
            pictured={pictured}
            onChoose={(id) => setChosen(id)}
          />
          <Reliability run={run} />
          <Changes key={run.id} run={run} runs={items} />
        </>
      )}
    </div>
  )
}

/** The run that the picture shows; none of this page's where it shows another store. */
function usePictured(health: Health | undefined): number | undefined {
  const seen = useExplorer((state) => state.seen)
  return seen?.store.role === health?.store.role ? seen?.run?.id : undefined
}

/** What a detection that this page followed has brought. */
function Ended({ pictured }: { readonly pictured: number | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const run = useJob(({ job }) => (job?.state === 'done' ? job.run : undefined))
  if (run === undefined) return null
  const text = t('runs.done', {
    run: run.id,
    links: numberText(run.summary.links, language),
    rings: numberText(run.summary.rings, language),
  })
  return (
    <div className="job done" role="status">
      <span className="grow">{text}</span>
      {pictured !== run.id && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            openPage(undefined)
            void showLatest()
          }}
        >
          {t('runs.show')}
        </button>
      )}
    </div>
  )
}

function NoRuns({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="blank page-blank">
      <h2>{t('runs.none')}</h2>
      <p>{t(isEmpty ? 'runs.noneEmpty' : 'runs.noneNote')}</p>
      {isEmpty && (
        <button type="button" className="btn primary" onClick={() => openPage('import')}>
          {t('runs.toImport')}
        </button>
      )}
    </div>
  )
}
