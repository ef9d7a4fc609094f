import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { type LeadRouteAnswer, outlookRoutes } from '../../server/contract/outlook-routes.ts'
import { callRoute } from '../api/call.ts'
import type { Language } from '../i18n/i18n.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { openLead } from '../shell/page.ts'
import { closesOnEscape } from './closes-on-escape.ts'
import { focusSoon } from './focus-soon.ts'
import { Refusal } from './refusal.tsx'
import { useLeadChange } from './use-change.ts'

interface SplitProps {
  readonly lead: LeadFileAnswer
  readonly route: LeadRouteAnswer
}

/** The leads that a lead was split into; for a draft with shops in several provinces, the way to split it. */
export function Split({ lead, route }: SplitProps) {
  const places = route.jurisdictions.filter(
    ({ province, shops }) => province !== null && 0 < shops.length,
  )
  const language = useLanguage()
  if (lead.body.parts !== undefined) return <Parts lead={lead} route={route} />
  if (lead.state !== 'draft' || places.length < 2) return null
  return <SplitStep lead={lead} count={places.length} main={nameIn(places[0], language)} />
}

function Parts({ lead, route }: SplitProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { parts = [] } = lead.body
  const nameOf = (code: string) =>
    nameIn(
      route.jurisdictions.find(({ province }) => province === code),
      language,
    ) || code
  return (
    <div className="lead-split">
      <p className="s2">{t('outlook.parts', { count: parts.length })}</p>
      <ul>
        {parts.map((part) => (
          <li key={part.lead}>
            {t('outlook.partCounts', {
              province: nameOf(part.province),
              count: part.shops.length,
            })}{' '}
            {lead.id.startsWith(`${part.lead}-`) ? (
              <span className="m">{t('outlook.thisPart')}</span>
            ) : (
              <button type="button" className="cite" onClick={() => openLead(`${part.lead}-v1`)}>
                {t('leads.open', { id: part.lead })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Of a province, as the reader calls it. */
function nameIn(
  place: LeadRouteAnswer['jurisdictions'][number] | undefined,
  language: Language,
): string {
  return place?.name?.[language === 'zh' ? 'zh-CN' : 'en'] ?? place?.province ?? ''
}

interface SplitStepProps {
  readonly lead: LeadFileAnswer
  readonly count: number
  /** The province whose shops this draft will count. */
  readonly main: string
}

function SplitStep({ lead, count, main }: SplitStepProps) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [by, setBy] = useState(known)
  const [isOpen, setOpen] = useState(false)
  const { busy, failure, make } = useLeadChange()
  const ready = by.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    const made = await make(() => splitOf(lead, by.trim()), by.trim())
    if (made !== undefined) focusSoon('lead-title')
  }
  if (!isOpen)
    return (
      <div className="lead-split">
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          {t('outlook.split', { count })}
        </button>
      </div>
    )
  return (
    <form
      className="form lead-form lead-split"
      aria-label={t('outlook.split', { count })}
      onSubmit={(event) => void submit(event)}
      onKeyDown={closesOnEscape(() => setOpen(false))}
    >
      <p className="s2">{t('outlook.splitNote')}</p>
      <p className="s2">{t('outlook.splitMain', { main })}</p>
      <NameField label={t('leads.by')} value={by} onValue={setBy} autoFocus />
      <Refusal failure={failure} />
      <FormEnd
        save={busy ? t('leads.working') : t('outlook.split', { count })}
        needs={t('leads.needsName')}
        ready={ready}
        busy={busy}
        onCancel={() => setOpen(false)}
      />
    </form>
  )
}

/** The lead as it is after it was split; the others are asked for with the list. */
async function splitOf({ id, body }: LeadFileAnswer, by: string): Promise<LeadFileAnswer> {
  const { items } = await callRoute(outlookRoutes.splitLead, {
    params: { id },
    body: { seen: body.revision, by },
  })
  const own = items.find((one) => one.id === id)
  if (own === undefined) throw new Error(`${id} is not among the leads that it was split into`)
  return own
}
