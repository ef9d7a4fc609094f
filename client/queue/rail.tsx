import { useTranslation } from 'react-i18next'

import { CasePanel } from '../desk/case-panel.tsx'
import { filtersOn } from '../filter/filter.ts'
import { FilterPanel } from '../filter/filter-panel.tsx'
import { Tabs } from '../marks/tabs.tsx'
import { useExplorer } from '../scene/store.ts'
import { HistoryList } from './history-list.tsx'
import { Recent } from './recent.tsx'
import { RingQueue } from './ring-queue.tsx'

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
      {rail === 'case' && <CasePanel />}
      {rail === 'history' && <HistoryList />}
    </aside>
  )
}
