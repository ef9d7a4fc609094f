import './filter.css'

import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { useLanguage } from '../i18n/use-language.ts'
import { asOfIn } from '../scene/as-of.ts'
import { useExplorer } from '../scene/store.ts'
import { DateRange } from './date-range.tsx'
import { FacetList } from './facet-list.tsx'
import { type Facet, facetsOf } from './facets.ts'
import { FilterNote } from './filter-note.tsx'

/** The Filter tab: what the scene is made of, by facet; what is unticked steps out of the picture and the table. */
export function FilterPanel() {
  const { t } = useTranslation()
  const language = useLanguage()
  const scene = useExplorer((state) => state.view.scene)
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

/** Platforms are shown as they are; a country by its name where it is a code. */
function valueText(t: TFunction, facet: Facet['id'], value: string, language: string): string {
  if (facet === 'kind') return t(`kindsMany.${value as 'Shop'}`)
  if (facet === 'status') return t(`filter.${value as 'open'}`)
  if (facet === 'strength') return t(`filter.${value as 'p95'}`)
  return facet === 'country' ? countryName(value, language) : value
}

function countryName(code: string, language: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  return names.of(code.toUpperCase()) ?? code
}
