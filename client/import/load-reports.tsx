import { IconAlertTriangle, IconCheck, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { LoadReport } from '../../server/contract/uploads.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useJob } from '../jobs/job-state.ts'
import { startRun } from '../runs/start-run.ts'
import { openPage } from '../shell/page.ts'
import { type QuarantineOf, quarantineTable } from './import-queries.ts'

interface LoadReportsProps {
  readonly onRows: (of: QuarantineOf) => void
}

/** What came of the load that has just ended, and the offer to work out a run on it. */
export function LoadReports({ onRows }: LoadReportsProps) {
  const { t } = useTranslation()
  const job = useJob((state) => state.job)
  if (job?.kind !== 'load' || job.loads === undefined) return null
  const accepted = job.loads.some((load) => 0 < load.accepted)
  return (
    <div className="job report" role="status">
      <div className="grow">
        {job.loads.map((load) => (
          <Report key={load.dataset} load={load} onRows={onRows} />
        ))}
        {accepted && <p className="m">{t('imports.detectNote')}</p>}
      </div>
      {accepted && (
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            openPage('runs')
            void startRun({ publicView: false })
          }}
        >
          <IconPlayerPlay className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('imports.detect')}
        </button>
      )}
    </div>
  )
}

interface ReportProps extends LoadReportsProps {
  readonly load: LoadReport
}

function Report({ load, onRows }: ReportProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { dataset, rows, accepted, quarantined, unchanged } = load
  return (
    <div className="report-line">
      <p>
        {accepted === 0 ? (
          <IconAlertTriangle className="i bad" size={14} stroke={2} aria-hidden="true" />
        ) : (
          <IconCheck className="i ok" size={14} stroke={2} aria-hidden="true" />
        )}{' '}
        <b>{accepted === 0 ? dataset : t('imports.loaded', { dataset })}</b>
      </p>
      <p className="s2">
        {t('imports.sum', {
          accepted: numberText(accepted, language),
          quarantined: numberText(quarantined, language),
          rows: numberText(rows, language),
        })}
        {0 < unchanged && ` ${t('imports.unchanged', { count: unchanged })}`}
      </p>
      {0 < quarantined && (
        <p className="row">
          <button type="button" className="cite" onClick={() => onRows({ dataset })}>
            {t('imports.quarantineOfAll')} {numberText(quarantined, language)}
          </button>
          <a className="cite" href={quarantineTable({ dataset })} download>
            {t('imports.table')}
          </a>
        </p>
      )}
    </div>
  )
}
