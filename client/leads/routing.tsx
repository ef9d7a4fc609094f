import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import type { LeadRouteAnswer } from '../../server/contract/outlook-routes.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { leadRouteQuery } from './outlook-queries.ts'
import { Split } from './split.tsx'

/** Who may be competent, province by province. It proposes and sends nothing. */
export function Route({ lead }: { readonly lead: LeadFileAnswer }) {
  const { t } = useTranslation()
  const asked = useQuery(leadRouteQuery(lead.id))
  return (
    <section aria-labelledby="lead-route">
      <div className="row section-head">
        <h3 id="lead-route">{t('outlook.route')}</h3>
      </div>
      <p className="s2">{t('outlook.routeNote')}</p>
      {asked.error !== null && (
        <FailureNote error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.data !== undefined && <Split lead={lead} route={asked.data} />}
      {asked.isLoading && <Bones rows={2} />}
      {asked.data?.jurisdictions.map((own, index) => (
        <Jurisdiction key={own.province} own={own} isMain={index === 0} names={asked.data.names} />
      ))}
    </section>
  )
}

interface JurisdictionProps {
  readonly own: LeadRouteAnswer['jurisdictions'][number]
  readonly isMain: boolean
  readonly names: LeadRouteAnswer['names']
}

function Jurisdiction({ own, isMain, names }: JurisdictionProps) {
  const { t } = useTranslation()
  const language = useLanguage() === 'zh' ? 'zh-CN' : 'en'
  const uses = Object.entries(own.uses) as [keyof typeof own.uses, number][]
  if (own.province === null) return <p className="m">{t('outlook.noProvince')}</p>
  return (
    <div className="lead-right">
      <p>
        <b>{own.name?.[language] ?? own.province}</b>{' '}
        {isMain && <span className="s2">{t('outlook.main')}</span>}
      </p>
      <p className="s2">
        {uses.map(([use, count]) => t(`routeUses.${use}`, { count })).join(t('shell.comma'))}
      </p>
      <p className="s2">
        {own.shops.length === 0
          ? t('outlook.shopsElsewhere')
          : t('outlook.shopsHere', {
              count: own.shops.length,
              shops: own.shops.map((shop) => names[shop] ?? shop).join(t('shell.comma')),
            })}{' '}
        {0 < own.following && t('outlook.following', { count: own.following })}
      </p>
      <ul>
        {own.agencies.map((agency) => (
          <li key={`${agency.kind} ${agency.name.en}`} title={agency.source}>
            {agency.name[language]}{' '}
            <span className="m">{t('outlook.agencyAsOf', { date: agency.asOf })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
