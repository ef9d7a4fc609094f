import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { Health } from '../../server/contract/health.ts'
import { healthQuery } from '../api/queries.ts'
import { showRun } from '../commands/show-run.ts'
import { useExplorer } from '../scene/store.ts'

/** Says that something newer is there, or that the server is gone. Nothing on the page moves until the user asks. */
export function NewRunBanner() {
  const { t } = useTranslation()
  const seen = useExplorer((state) => state.seen)
  const { data: now, isError } = useQuery(healthQuery)
  if (seen === undefined || now === undefined) return null
  if (isError) {
    return (
      <div className="banner warn" role="status">
        {t('shell.offline')}
      </div>
    )
  }
  if (!isNewer(seen, now)) return null
  return (
    <div className="banner" role="status">
      <span className="grow">
        {seen.store.role !== now.store.role || now.run === undefined
          ? t('shell.newStore', { label: now.store.label })
          : t('shell.newRun', { run: now.run.id, date: now.run.asOf })}
      </span>
      <button type="button" className="btn slim primary" onClick={() => void showRun(now)}>
        {t('shell.showIt')}
      </button>
    </div>
  )
}

/** Another store, another run, or the first data of an empty store. */
function isNewer(seen: Health, now: Health): boolean {
  return (
    seen.store.role !== now.store.role ||
    seen.run?.id !== now.run?.id ||
    (seen.records === 0 && now.records !== 0)
  )
}
