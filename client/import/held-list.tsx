import { IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { HeldUpload } from '../../server/contract/uploads.ts'
import type { Surprise } from '../../server/contract/work.ts'
import { call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { dismissJob, followJob } from '../jobs/job-state.ts'
import { Refusal } from '../leads/refusal.tsx'
import { heldQuery } from './import-queries.ts'

/** Loads that wait for a person, since their files are not as their dataset says that they should be. */
export function HeldList({ busy }: { readonly busy: boolean }) {
  const held = useQuery(heldQuery).data?.items ?? []
  return held.map((upload) => <Held key={upload.id} upload={upload} busy={busy} />)
}

interface HeldProps {
  readonly upload: HeldUpload
  readonly busy: boolean
}

function Held({ upload: { id, files, surprises }, busy }: HeldProps) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<unknown>()
  const attempt = async (work: () => Promise<void>) => {
    setFailure(undefined)
    await work().catch(setFailure)
    await queryClient.invalidateQueries({ queryKey: heldQuery.queryKey })
  }
  const accept = async () => {
    const job = await call('loadUpload', { params: { id }, body: { acceptUnexpected: true } })
    followJob(job)
  }
  const refuse = async () => {
    await call('dropUpload', { params: { id } })
    dismissJob()
  }
  const names = files.map(({ name }) => name).join(', ')
  return (
    <section className="job held" aria-label={t('imports.held')}>
      <IconPlayerPause className="i" size={16} stroke={1.75} aria-hidden="true" />
      <div className="grow">
        <b>{t('imports.held')}</b>
        <ul>
          {surprises.map((surprise) => (
            <li key={`${surprise.kind} ${surprise.file} ${'field' in surprise && surprise.field}`}>
              <SurpriseText of={surprise} />
            </li>
          ))}
        </ul>
        <p className="m clip" title={names}>
          {names}
        </p>
        <p className="m">{t('imports.heldNote')}</p>
        <Refusal failure={failure} />
      </div>
      <button
        type="button"
        className="btn primary"
        disabled={busy}
        title={busy ? t('jobs.busy') : undefined}
        onClick={() => void attempt(accept)}
      >
        {t('imports.accept')}
      </button>
      <button type="button" className="btn" onClick={() => void attempt(refuse)}>
        {t('imports.refuse')}
      </button>
    </section>
  )
}

function SurpriseText({ of }: { readonly of: Surprise }) {
  const { t } = useTranslation()
  if (of.kind === 'rows') {
    const { file, rows, least, most } = of
    return <>{t('imports.rowsUnexpected', { file, rows, least, most })}</>
  }
  const { file, field, count, accepted, share } = of
  const percent = Math.round(share * 1_000) / 10
  return <>{t('imports.filledUnexpected', { file, field, filled: count, accepted, percent })}</>
}
