import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { leadsQuery } from './leads-query.ts'
import { packageAddress } from './package-address.ts'

/** Packages that were sealed in one go and belong to no lead of the list. */
export function AtOnce({ leads }: { readonly leads: readonly LeadFileAnswer[] }) {
  const { t } = useTranslation()
  const sealed = useQuery(leadsQuery).data?.items ?? []
  const drafted = new Set(leads.flatMap(({ body }) => body.packages))
  const alone = sealed.filter(({ id }) => !drafted.has(id))
  if (alone.length === 0) return null
  return (
    <details className="leads-alone">
      <summary>{t('leads.atOnce', { count: alone.length })}</summary>
      <ul>
        {alone.map(({ id, recipient, sha256 }) => (
          <li key={id}>
            <a
              href={packageAddress(id)}
              download={`${id}.zip`}
              aria-label={t('leads.download', { id })}
            >
              {id}
            </a>{' '}
            <span className="s2">{recipient}</span>
            <div className="m small hash">SHA-256 {sha256}</div>
          </li>
        ))}
      </ul>
    </details>
  )
}
