import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Outcome } from '../../server/contract/lead-files.ts'
import { leadRoutes } from '../../server/contract/lead-routes.ts'
import { callRoute } from '../api/call.ts'
import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { closesOnEscape } from './closes-on-escape.ts'
import { Refusal } from './refusal.tsx'
import { useLeadChange } from './use-change.ts'

export type OutcomeChange = 'verify' | 'takeBack'

interface OutcomeChangeFormProps {
  /** Id of the lead. */
  readonly lead: string
  readonly outcome: Outcome
  readonly change: OutcomeChange
  readonly onClose: () => void
}

/** Asks the second person for his name, or whether to take an outcome back. */
export function OutcomeChangeForm({ lead, outcome, change, onClose }: OutcomeChangeFormProps) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [by, setBy] = useState(known === outcome.by ? '' : known)
  const { busy, failure, make } = useLeadChange()
  const verifies = change === 'verify'
  const ready = !verifies || by.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    const params = { id: lead, outcome: outcome.id }
    const body = verifies ? { verifiedBy: by.trim() } : { retract: true as const }
    const made = await make(
      () => callRoute(leadRoutes.changeOutcome, { params, body }),
      verifies ? by.trim() : undefined,
    )
    if (made !== undefined) onClose()
  }
  return (
    <form
      className="form lead-form"
      aria-label={t(`leads.${change}`)}
      onSubmit={(event) => void submit(event)}
      onKeyDown={closesOnEscape(onClose)}
    >
      <p className="s2">{t(verifies ? 'leads.verifyNote' : 'leads.takeBackNote')}</p>
      {verifies && <NameField label={t('leads.by')} value={by} onValue={setBy} autoFocus />}
      <Refusal failure={failure} />
      <FormEnd
        save={busy ? t('leads.working') : t(`leads.${change}`)}
        needs={t('leads.needsName')}
        ready={ready}
        busy={busy}
        onCancel={onClose}
      />
    </form>
  )
}
