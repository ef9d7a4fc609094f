import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Job } from '../../server/contract/work.ts'
import { call } from '../api/call.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useRefusalText } from '../leads/use-sentence.ts'
import { IconButton } from '../marks/icon-button.tsx'
import { notifyFailure } from '../shell/notify.ts'
import { dismissJob, useJob } from './job-state.ts'

interface JobStripProps {
  /** Works out the run again that failed. */
  readonly onAgain?: (() => void) | undefined
}

/** How far the job is, and what to do when it failed; nothing while there is none. */
export function JobStrip({ onAgain }: JobStripProps) {
  const { job, lost } = useJob()
  if (job === undefined) return null
  if (lost) return <Lost />
  if (job.state === 'running') return <Running job={job} />
  // A load that waits for a person is shown with what it waits for.
  if (job.state !== 'failed' || job.held !== undefined) return null
  if (job.refusal?.code === 'job-stopped') return <Stopped />
  return <Failed job={job} onAgain={onAgain} />
}

function Running({ job: { id, kind, stage, done, total } }: { readonly job: Job }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const soFar = numberText(done, language)
  const known = i18next.exists(`jobs.${stage}`)
  return (
    <div className="job" role="status">
      <b className="nowrap">{t(`jobs.${kind}`)}</b>
      <span className="s2 nowrap">{known ? t(`jobs.${stage}` as 'jobs.read') : stage}</span>
      <progress
        aria-label={t('jobs.progress')}
        className="grow"
        {...(total !== undefined && 0 < total && { value: done, max: total })}
      />
      <span className="m nowrap">
        {total === undefined
          ? t('jobs.count', { done: soFar })
          : t('jobs.countOf', { done: soFar, total: numberText(total, language) })}
      </span>
      {/* What was begun to be erased is better ended: the trace that it was begun is there. */}
      {kind !== 'forget' && <StopButton id={id} />}
    </div>
  )
}

function StopButton({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const [stopping, setStopping] = useState(false)
  const stop = async () => {
    setStopping(true)
    // The stream of the job tells that it has ended.
    await call('stopJob', { params: { id } }).catch(notifyFailure)
    setStopping(false)
  }
  return (
    <button type="button" className="btn slim" disabled={stopping} onClick={() => void stop()}>
      {t('imports.stopJob')}
    </button>
  )
}

function Stopped() {
  const { t } = useTranslation()
  return (
    <div className="job" role="status">
      <p className="grow">{t('imports.stopped')}</p>
      <IconButton icon={IconX} label={t('jobs.dismiss')} onClick={dismissJob} />
    </div>
  )
}

function Failed({
  job: { kind, error = '', refusal },
  onAgain,
}: JobStripProps & { readonly job: Job }) {
  const { t } = useTranslation()
  const why = useRefusalText(refusal, error)
  return (
    <div className="job failed" role="alert">
      <IconAlertTriangle className="i" size={16} stroke={1.75} aria-hidden="true" />
      <div className="grow">
        <b>{t(`jobs.failed${kind}`)}</b>
        <p>{why}</p>
        {kind !== 'forget' && <p className="m">{t('jobs.failedNote')}</p>}
      </div>
      {kind === 'detect' && onAgain !== undefined && (
        <button type="button" className="btn" onClick={onAgain}>
          {t('jobs.again')}
        </button>
      )}
      <IconButton icon={IconX} label={t('jobs.dismiss')} onClick={dismissJob} />
    </div>
  )
}

function Lost() {
  const { t } = useTranslation()
  return (
    <div className="job failed" role="alert">
      <IconAlertTriangle className="i" size={16} stroke={1.75} aria-hidden="true" />
      <p className="grow">{t('jobs.lost')}</p>
      <IconButton icon={IconX} label={t('jobs.dismiss')} onClick={dismissJob} />
    </div>
  )
}
