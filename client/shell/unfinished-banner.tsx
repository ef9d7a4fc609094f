import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { healthQuery } from '../api/queries.ts'
import { momentText } from '../scene/format.ts'
import { openPage, usePage } from './page.ts'

const mostNamed = 3

/** Says that the store holds only a part of some files, and where they are loaded again. What is shown stays: it is right as far as it goes. */
export function UnfinishedBanner() {
  const { t } = useTranslation()
  const { data: health } = useQuery(healthQuery)
  const page = usePage((state) => state.page)
  const unfinished = health?.unfinished
  if (unfinished === undefined) return null
  const ids = unfinished.map(({ id }) => id)
  const files = ids.slice(0, mostNamed).join(t('shell.comma'))
  const more = ids.length - mostNamed
  const since = momentText(Math.min(...unfinished.map((one) => one.since)))
  return (
    <div className="banner warn" role="status">
      <span className="grow">
        {t('shell.unfinished', {
          since,
          files: 0 < more ? t('shell.andMore', { files, more }) : files,
        })}
      </span>
      {page !== 'import' && (
        <button type="button" className="btn slim" onClick={() => openPage('import')}>
          {t('shell.loadAgain')}
        </button>
      )}
    </div>
  )
}
