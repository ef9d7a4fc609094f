import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer, LeadState } from '../../server/contract/lead-files.ts'
import { leadRoutes } from '../../server/contract/lead-routes.ts'
import { sealingRoutes } from '../../server/contract/sealing-routes.ts'
import { callRoute } from '../api/call.ts'
import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { openLead } from '../shell/page.ts'
import { closesOnEscape } from './closes-on-escape.ts'
import { wantsReason } from './lead-list.ts'
import { Refusal } from './refusal.tsx'
import { StampNote } from './stamp.tsx'
import { useLeadChange } from './use-change.ts'

interface StepFormProps {
  readonly lead: LeadFileAnswer
  readonly to: LeadState
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Who takes a step, and why where somebody will ask. Sealing and a new version are steps like others here. */
export function StepForm({ lead, to, onClose, onDone }: StepFormProps) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const byOther = to === 'approved' && known === lead.body.author
  const [by, setBy] = useState(byOther ? '' : known)
  const [because, setBecause] = useState('')
  const { busy, failure, make } = useLeadChange()
  const needsReason = wantsReason.has(to)
  const ready = by.trim() !== '' && (!needsReason || because.trim() !== '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    const said = { by: by.trim(), because: because.trim() === '' ? undefined : because.trim() }
    const made = await make(() => taken(lead, to, said), said.by)
    if (made === undefined) return
    onDone()
    if (made.id !== lead.id) openLead(made.id)
  }
  return (
    <form
      className="form lead-form"
      aria-label={t(`leadSteps.${to}`)}
      onSubmit={(event) => void submit(event)}
      onKeyDown={closesOnEscape(onClose)}
    >
      <StepNote lead={lead} to={to} />
      {to === 'sealed' && <StampNote />}
      <NameField
        label={t('leads.by')}
        value={by}
        onValue={setBy}
        autoFocus={by === '' || !needsReason}
      />
      {!isMade(to) && (
        <label>
          {t(needsReason ? 'leads.because' : 'leads.becauseMay')}
          <textarea
            className="field"
            rows={2}
            maxLength={4_000}
            value={because}
            // biome-ignore lint/a11y/noAutofocus: the form opens to ask for this.
            autoFocus={needsReason && known !== ''}
            onChange={(event) => setBecause(event.target.value)}
          />
        </label>
      )}
      <Refusal failure={failure} />
      <FormEnd
        save={busy ? t('leads.working') : t(`leadSteps.${to}`)}
        needs={t(needsReason ? 'leads.needsBoth' : 'leads.needsName')}
        ready={ready}
        busy={busy}
        onCancel={onClose}
      />
    </form>
  )
}

/** What a step means that one might not expect of it. */
function StepNote({ lead, to }: Pick<StepFormProps, 'lead' | 'to'>) {
  const { t } = useTranslation()
  const { author, to: recipients } = lead.body
  const notes: Partial<Record<LeadState, string>> = {
    approved: t('leads.secondPerson', { author }),
    sealed: t('leads.sealNote', { count: recipients.length }),
    transmitted: t('leads.sentNote'),
    superseded: t('leads.newVersionNote'),
  }
  const note = notes[to]
  return note === undefined ? null : <p className="s2">{note}</p>
}

/** Steps that make something, and say no reason. */
function isMade(to: LeadState): boolean {
  return to === 'sealed' || to === 'superseded'
}

/** The lead that a step leaves; for a new version, that version. */
async function taken(
  { id, body: { revision: seen } }: LeadFileAnswer,
  to: LeadState,
  { by, because }: { readonly by: string; readonly because: string | undefined },
): Promise<LeadFileAnswer> {
  if (to === 'sealed') {
    const { lead } = await callRoute(sealingRoutes.sealDraft, {
      params: { id },
      body: { seen, by },
    })
    return lead
  }
  if (to === 'superseded')
    return await callRoute(leadRoutes.reviseLead, { params: { id }, body: { by } })
  return await callRoute(leadRoutes.stepLead, { params: { id }, body: { seen, to, by, because } })
}
