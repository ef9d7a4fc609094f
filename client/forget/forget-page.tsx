import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { healthQuery } from '../api/queries.ts'
import { JobStrip } from '../jobs/job-strip.tsx'
import { useRunningJob } from '../jobs/use-running-job.ts'
import { Bones } from '../marks/bones.tsx'
import { openPage } from '../shell/page.ts'
import { StoreNote } from '../shell/store-note.tsx'
import { AskedForm } from './asked-form.tsx'
import { EraseForm } from './erase-form.tsx'
import { Erased } from './erased.tsx'
import { previewQuery } from './forget-queries.ts'
import { useForget } from './forget-state.ts'
import { Forgettings } from './forgettings.tsx'
import { NothingThere } from './nothing-there.tsx'
import { Preview } from './preview.tsx'
import './forget.css'

/** Erasing for good: what it would take and what it would leave, who wants it and why, and that it was done. */
export function ForgetPage() {
  const { t } = useTranslation()
  const busy = useRunningJob()
  const health = useQuery(healthQuery).data
  if (health?.store.role === 'demo') {
    return (
      <div className="page-body forget">
        <StoreNote health={health} />
        <p>{t('forget.demoCannot')}</p>
        <button type="button" className="btn" onClick={() => openPage('import')}>
          {t('runs.toImport')}
        </button>
      </div>
    )
  }
  return (
    <div className="page-body forget">
      <StoreNote health={health} />
      <JobStrip />
      <Erased />
      <p className="s2 forget-about">{t('forget.about')}</p>
      <AskedForm busy={busy} />
      <Looked busy={busy} />
      <Forgettings />
    </div>
  )
}

/** What was asked for, once it was looked at. */
function Looked({ busy }: { readonly busy: boolean }) {
  const asked = useForget((state) => state.asked)
  const { data, error, isFetching } = useQuery({
    ...previewQuery(asked),
    enabled: asked !== undefined && !busy,
  })
  if (asked === undefined) return null
  if (isFetching) return <Bones rows={6} />
  if (error !== null) return <NothingThere error={error} />
  if (data === undefined) return null
  return (
    <section className="forget-looked" aria-labelledby="forget-looked">
      <Preview preview={data} />
      {data.refusal === undefined && (
        <EraseForm key={data.asked} asked={asked} preview={data} busy={busy} />
      )}
    </section>
  )
}
