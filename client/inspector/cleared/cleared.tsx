import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { outlookRoutes } from '../../../server/contract/outlook-routes.ts'
import { callRoute } from '../../api/call.ts'
import { openLead } from '../../shell/page.ts'

/** What came of leads about shops of a ring and speaks for them; nothing where nothing did. */
export function Cleared({ ring }: { readonly ring: string }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['ring-cleared', ring],
    queryFn: ({ signal }) => callRoute(outlookRoutes.ringCleared, { params: { id: ring }, signal }),
    staleTime: 0,
  })
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className="notice" aria-label={t('cleared.title')}>
      <div>
        <b>{t('cleared.title')}</b>
        <ul>
          {data.items.map(({ lead, kind, on, count, source, verified, shops }) => (
            <li key={[lead, kind, on, source].join(' ')}>
              {on} {t(`outcomeKinds.${kind}`)}
              {count !== undefined && ` (${count})`}, {t('cleared.shops', { count: shops.length })},{' '}
              {source}. {!verified && t('cleared.unverified')}{' '}
              <button type="button" className="cite" onClick={() => openLead(lead)}>
                {lead}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
