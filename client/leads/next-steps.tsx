import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer, LeadState } from '../../server/contract/lead-files.ts'
import { openLead } from '../shell/page.ts'
import { focusSoon } from './focus-soon.ts'
import { isSealed, saidNext } from './lead-list.ts'
import { StateIcon } from './state-chip.tsx'
import { StepForm } from './step-form.tsx'

interface NextStepsProps {
  readonly lead: LeadFileAnswer
  /** The version after this one, as a draft or further on. */
  readonly after: LeadFileAnswer | undefined
}

/** Where the lead can go from where it stands, the usual way first; each step asks who takes it. */
export function NextSteps({ lead, after }: NextStepsProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<LeadState>()
  const pressed = useRef<HTMLButtonElement>(null)
  const steps = saidNext(lead)
  const revisable = isSealed(lead) && after === undefined
  const open = [...steps, ...(revisable ? (['superseded'] as const) : [])]
  // Somebody else may have taken the lead further while a form was open.
  const to = open.find((state) => state === asked)
  const close = () => {
    setAsked(undefined)
    pressed.current?.focus()
  }
  const done = () => {
    setAsked(undefined)
    focusSoon('lead-title')
  }
  return (
    <section className="lead-next" aria-label={t('leads.next')}>
      {steps.length === 0 && (
        <p className="s2">{t('leads.ended', { state: t(`leadStates.${lead.state}`) })}</p>
      )}
      <div className="row wrap">
        {open.map((state, place) => (
          <button
            key={state}
            type="button"
            className={
              place === 0 && to === undefined && state !== 'superseded' ? 'btn primary' : 'btn'
            }
            aria-expanded={state === to}
            onClick={({ currentTarget }) => {
              pressed.current = currentTarget
              setAsked(state === to ? undefined : state)
            }}
          >
            <StateIcon state={state} size={14} />
            {t(`leadSteps.${state}`)}
          </button>
        ))}
        {after !== undefined && !isSealed(after) && (
          <button type="button" className="btn" onClick={() => openLead(after.id)}>
            {t('leads.open', { id: after.id })}
          </button>
        )}
      </div>
      {to !== undefined && <StepForm key={to} lead={lead} to={to} onClose={close} onDone={done} />}
    </section>
  )
}
