import { useTranslation } from 'react-i18next'

import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useJob } from '../jobs/job-state.ts'
import { openPage } from '../shell/page.ts'

/** That it is erased, and what is still to be done. */
export function Erased() {
  const { t } = useTranslation()
  const language = useLanguage()
  const done = useJob(({ job }) => (job?.state === 'done' ? job.forgetting : undefined))
  if (done === undefined) return null
  return (
    <div className="job done" role="status">
      <span className="grow">
        {t('forget.done', { versions: numberText(done.body.versions ?? 0, language) })}
      </span>
      <button type="button" className="btn" onClick={() => openPage('runs')}>
        {t('forget.toRuns')}
      </button>
    </div>
  )
}
