import { useTranslation } from 'react-i18next'

import { useExplorer } from '../scene/store.ts'
import { filtersOn } from './filter.ts'
import { clearFilter } from './set-filter.ts'
import { useShownScene } from './use-shown-scene.ts'

/** Says what the filter leaves out, wherever something could be missed for it, with the way back. */
export function FilterNote() {
  const { t } = useTranslation()
  const filters = useExplorer((state) => filtersOn(state.filter))
  const { things, links } = useShownScene()
  if (filters === 0) return null
  const hides =
    things === 0 && links === 0
      ? t('filter.hidesNone')
      : [
          ...(things === 0 ? [] : [t('filter.things', { count: things })]),
          ...(links === 0 ? [] : [t('filter.links', { count: links })]),
        ].join(t('filter.and'))
  return (
    <span className="filter-note">
      <span>{t('filter.note', { count: filters, hides })}</span>
      <button type="button" className="cite" onClick={clearFilter}>
        {t('filter.clear')}
      </button>
    </span>
  )
}
