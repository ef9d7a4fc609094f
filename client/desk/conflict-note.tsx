import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useCurrentCase } from './cases.ts'
import { conflictsQuery } from './desk-queries.ts'

/** That others have a ring or shop in a case or a lead already: who, and nothing of what they found. */
export function ConflictNote({ about }: { readonly about: string }) {
  const { t } = useTranslation()
  const { cases = [], leads = [] } =
    useQuery(conflictsQuery(about, useCurrentCase()?.id)).data ?? {}
  if (cases.length + leads.length === 0) return null
  const owners = [...new Set(cases.map(({ owner }) => owner))].join(t('shell.comma'))
  const by = [...new Set(leads.map(({ sealedBy }) => sealedBy))].join(t('shell.comma'))
  return (
    <div className="notice conflict" role="note">
      <IconUsersGroup className="i" size={14} stroke={1.75} aria-hidden="true" />
      <span>
        {cases.length > 0 && t('cases.conflictCase', { count: cases.length, owners })}
        {cases.length > 0 && leads.length > 0 && <br />}
        {leads.length > 0 && t('cases.conflictLead', { count: leads.length, by })}
      </span>
    </div>
  )
}
