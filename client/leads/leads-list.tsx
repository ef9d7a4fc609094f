import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer, LeadState } from '../../server/contract/lead-files.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useNameLabel } from '../marks/name.tsx'
import { momentText } from '../scene/format.ts'
import { openLead } from '../shell/page.ts'
import { lastAt, ofState, recipientsText, stateCounts } from './lead-list.ts'
import { StateChip } from './state-chip.tsx'

interface LeadsListProps {
  readonly leads: readonly LeadFileAnswer[]
  /** The lead that is shown beside the list. */
  readonly open: string | undefined
}

const rowsAtFirst = 100

/** The leads, latest first, of one state where one is asked for; arrow keys move along them. */
export function LeadsList({ leads, open }: LeadsListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [state, setState] = useState<LeadState>()
  const [limit, setLimit] = useState(rowsAtFirst)
  const asked = ofState(leads, state)
  const shown = asked.slice(0, limit)
  return (
    <>
      <StateFilter leads={leads} state={state} onState={setState} />
      {shown.length === 0 && <p className="m leads-empty">{t('leads.noneOfState')}</p>}
      <ul className="leads-rows" onKeyDown={walk}>
        {shown.map((lead) => (
          <li key={lead.id}>
            <Row lead={lead} isOpen={lead.id === open} />
          </li>
        ))}
      </ul>
      {shown.length < asked.length && (
        <p className="row m leads-empty">
          {t('leads.shown', {
            shown: numberText(shown.length, language),
            total: numberText(asked.length, language),
          })}
          <button type="button" className="cite" onClick={() => setLimit(limit * 10)}>
            {t('leads.showMore')}
          </button>
        </p>
      )}
    </>
  )
}

interface StateFilterProps {
  readonly leads: readonly LeadFileAnswer[]
  readonly state: LeadState | undefined
  readonly onState: (state: LeadState | undefined) => void
}

/** One state at a time, each with its count; states that no lead is in are left out. */
function StateFilter({ leads, state, onState }: StateFilterProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const counts = stateCounts(leads)
  const gone = state !== undefined && !counts.some(([own]) => own === state)
  const shown: typeof counts = gone ? [...counts, [state, 0]] : counts
  return (
    <label className="row leads-filter">
      <span className="s2">{t('leads.filter')}</span>
      <select
        className="field"
        value={state ?? ''}
        onChange={({ target: { value } }) =>
          onState(shown.map(([own]) => own).find((own) => own === value))
        }
      >
        <option value="">
          {t('leads.all')} {numberText(leads.length, language)}
        </option>
        {shown.map(([own, count]) => (
          <option key={own} value={own}>
            {t(`leadStates.${own}`)} {numberText(count, language)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Row({ lead, isOpen }: { readonly lead: LeadFileAnswer; readonly isOpen: boolean }) {
  const { t } = useTranslation()
  const nameLabel = useNameLabel()
  const { id, body, state } = lead
  const names = recipientsText(body.to, t('shell.comma'))
  return (
    <button
      type="button"
      className="lead-row inset"
      aria-current={isOpen}
      onClick={() => openLead(id)}
    >
      <span className="row">
        <b className="nowrap">{id}</b>
        <StateChip state={state} />
        <span className="grow" />
        <span className="m nowrap">{momentText(lastAt(lead))}</span>
      </span>
      <span className="clip">{nameLabel(body.name).name}</span>
      <span className="s2 clip">{t('leads.to', { author: body.author, names })}</span>
    </button>
  )
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.lead-row')]
  const here = document.activeElement
  const next = rows[rows.findIndex((row) => row.contains(here)) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
