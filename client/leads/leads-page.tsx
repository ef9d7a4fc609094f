import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { Tabs } from '../marks/tabs.tsx'
import { openPage, usePage } from '../shell/page.ts'
import { AtOnce } from './at-once.tsx'
import { Figures } from './figures.tsx'
import { latestFirst } from './lead-list.ts'
import { leadFilesQuery } from './lead-queries.ts'
import { LeadView } from './lead-view.tsx'
import { LeadsList } from './leads-list.tsx'
import './leads.css'

type Part = 'list' | 'figures'

/** Leads as people work at them: all of them, one of them, and what came of them by year. */
export function LeadsPage() {
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>('list')
  const leads = useQuery(leadFilesQuery)
  const items = leads.data?.items
  return (
    <div className="leads">
      <Tabs<Part>
        label={t('pages.leads')}
        tabs={[
          { id: 'list', label: t('leads.list'), count: items?.length },
          { id: 'figures', label: t('leads.figures') },
        ]}
        chosen={part}
        onChoose={setPart}
      />
      {part === 'figures' && <Figures />}
      {part === 'list' && (
        <div className="page-body leads-body">
          {leads.error !== null && items === undefined && (
            <FailureNote error={leads.error} onRetry={() => void leads.refetch()} />
          )}
          {leads.isLoading && (
            <div className="leads-side leads-bones">
              <Bones rows={8} />
            </div>
          )}
          {items !== undefined && <Leads leads={latestFirst(items)} />}
        </div>
      )}
    </div>
  )
}

function Leads({ leads }: { readonly leads: readonly LeadFileAnswer[] }) {
  const { t } = useTranslation()
  const asked = usePage(({ lead }) => lead)
  const open = asked === undefined ? leads[0] : leads.find(({ id }) => id === asked)
  if (leads.length === 0) return <NoLeads />
  return (
    <>
      <div className="leads-side">
        <LeadsList leads={leads} open={open?.id} />
        <AtOnce leads={leads} />
      </div>
      <div className="leads-main">
        {open === undefined ? (
          <div className="blank page-blank">
            <h2>{t('leads.unknown', { id: asked ?? '' })}</h2>
            <p>{t('leads.choose')}</p>
          </div>
        ) : (
          <LeadView key={open.id} lead={open} leads={leads} />
        )}
      </div>
    </>
  )
}

function NoLeads() {
  const { t } = useTranslation()
  return (
    <div className="leads-none">
      <div className="blank page-blank">
        <h2>{t('leads.none')}</h2>
        <p>{t('leads.noneNote')}</p>
        <button type="button" className="btn" onClick={() => openPage(undefined)}>
          {t('pages.back')}
        </button>
      </div>
      <AtOnce leads={[]} />
    </div>
  )
}
