import { IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { leavePast } from '../commands/travel-beside.ts'
import { useExplorer } from '../scene/store.ts'

/** Says that what stands here is of the past, with the way back to now and the day of the run. */
export function PastNote({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const run = useExplorer(({ knownAt, seen }) =>
    knownAt === undefined ? seen?.run?.asOf : undefined,
  )
  return (
    <div className="past-note">
      <IconHistory className="i" size={14} stroke={1.75} aria-hidden="true" />
      <span className="grow">{children}</span>
      <button type="button" className="btn slim" onClick={leavePast}>
        {run === undefined ? t('past.toNow') : t('past.toRun', { date: run })}
      </button>
    </div>
  )
}
