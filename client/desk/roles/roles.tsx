import './roles.css'

import { IconUserEdit } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FailureNote } from '../../marks/failure-note.tsx'
import { rolesQuery } from '../desk-queries.ts'
import { RoleForm } from './role-form.tsx'
import { RoleRow } from './role-row.tsx'

interface RolesProps {
  /** A thing by its key, or a ring by its id. */
  readonly about: string
  /** Which end of a statement it is. */
  readonly end: 'subject' | 'of'
}

/** Who controls and does what, as people state it: apart from what records say, and apart from what was worked out. */
export function Roles({ about, end }: RolesProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const answer = useQuery(rolesQuery(about))
  const { items, total = 0, omitted = 0 } = answer.data ?? {}
  return (
    <section className="stated" aria-labelledby="stated-title">
      <h2 className="sub" id="stated-title">
        <IconUserEdit className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t('roles.title')} <span className="m">{answer.data && total}</span>
        <span className="grow" />
        {!asking && (
          <button type="button" className="btn slim" onClick={() => setAsking(true)}>
            {t('roles.add')}
          </button>
        )}
      </h2>
      {answer.error !== null && (
        <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {asking && <RoleForm fixed={{ key: about, end }} onClose={() => setAsking(false)} />}
      {items?.length === 0 && !asking && <p className="m">{t('roles.empty')}</p>}
      {items !== undefined && items.length > 0 && <p className="m small">{t('roles.note')}</p>}
      <ul className="lines">
        {items?.map((told) => (
          <RoleRow key={told.paper.id} told={told} about={about} />
        ))}
      </ul>
      {omitted > 0 && <p className="m small">{t('roles.omitted', { count: omitted })}</p>}
    </section>
  )
}
