import './filter.css'

import { useTranslation } from 'react-i18next'

import { useLanguage } from '../i18n/use-language.ts'
import { asOfIn } from '../scene/as-of.ts'
import { sceneThenIn } from '../scene/scene-then.ts'
import { useExplorer } from '../scene/store.ts'
import { DateRange } from './date-range.tsx'
import { FacetList } from './facet-list.tsx'
import { facetsOf } from './facets.ts'
import { FilterNote } from './filter-note.tsx'
import { valueText } from './value-text.ts'

/** The Filter tab: what the scene is made of, by facet; what is unticked steps out of the picture and the table. */
export function FilterPanel() {
  const { t } = useTranslation()
  const language = useLanguage()
  const scene = useExplorer((state) => sceneThenIn(state).scene)
  const filter = useExplorer((state) => state.filter)
  const asOf = useExplorer(asOfIn)
  const facets = facetsOf(scene, asOf)
  if (scene.nodes.size === 0) return <p className="foot">{t('filter.noScene')}</p>
  return (
    <>
      <div className="filter-panel">
        {facets.map((facet) => (
          <FacetList
            key={facet.id}
            facet={facet}
            filter={filter}
            title={t(`filter.${facet.id}`)}
            text={(value) => valueText(t, facet.id, value, language)}
          />
        ))}
        <DateRange filter={filter} />
      </div>
      <p className="foot">
        <FilterNote />
        <span>{t('filter.foot')}</span>
      </p>
    </>
  )
}
