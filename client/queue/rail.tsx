import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { filtersOn } from '../filter/filter.ts'
import { FilterPanel } from '../filter/filter-panel.tsx'
import { Bones } from '../marks/bones.tsx'
import { Tabs } from '../marks/tabs.tsx'
import { useExplorer } from '../scene/store.ts'
import { HistoryList } from './history-list.tsx'
import { Recent } from './recent.tsx'
import { RingQueue } from './ring-queue.tsx'

/** Comes when somebody first turns to a case; its few texts are needed beside it. */
const CasePanel = lazy(async () => ({
  default: (await import('../desk/case-panel.tsx')).CasePanel,
}))

/** The left rail: where to start, and what was done. */
export function Rail() {
  const { t } = useTranslation()
  const rail = useExplorer((state) => state.rail)
  const filters = useExplorer((state) => filtersOn(state.filter))
  const steps = useExplorer((state) => state.history.steps.length)
  return (
    <aside className="rail" aria-label={t('shell.rail')}>
      <Tabs
        label={t('shell.rail')}
        tabs={[
          { id: 'find', label: t('queue.find') },
          { id: 'filter', label: t('filter.title'), count: 0 < filters ? filters : undefined },
          { id: 'case', label: t('cases.title') },
          { id: 'history', label: t('queue.history'), count: steps },
        ]}
        chosen={rail}
        onChoose={(chosen) => useExplorer.setState({ rail: chosen })}
      />
      {rail === 'find' && (
        <>
          <Recent />
          <RingQueue />
        </>
      )}
      {rail === 'filter' && <FilterPanel />}
      {rail === 'case' && (
        <Suspense fallback={<Bones rows={4} />}>
          <CasePanel />
        </Suspense>
      )}
      {rail === 'history' && <HistoryList />}
    </aside>
  )
}
