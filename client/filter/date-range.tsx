import { useTranslation } from 'react-i18next'

import type { Filter } from './filter.ts'
import { setFilter } from './set-filter.ts'

/** The dates between which a thing must have been there for at least a day. */
export function DateRange({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  const put = (side: 'from' | 'to') => (event: React.ChangeEvent<HTMLInputElement>) => {
    const { [side]: _, ...others } = filter
    const { value } = event.target
    setFilter(value === '' ? others : { ...others, [side]: value })
  }
  const { from, to } = filter
  const crossed = from !== undefined && to !== undefined && to < from
  return (
    <fieldset className="facet">
      <legend>
        <span className="grow">{t('filter.dates')}</span>
      </legend>
      <div className="facet-dates">
        <input
          type="date"
          className="field"
          aria-label={t('filter.from')}
          title={t('filter.from')}
          value={from ?? ''}
          onChange={put('from')}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          className="field"
          aria-label={t('filter.to')}
          title={t('filter.to')}
          aria-invalid={crossed}
          value={to ?? ''}
          onChange={put('to')}
        />
      </div>
      <p className={crossed ? 'warn small' : 'm small'} role={crossed ? 'alert' : undefined}>
        {t(crossed ? 'filter.crossed' : 'filter.datesNote')}
      </p>
    </fieldset>
  )
}
