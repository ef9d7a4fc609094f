import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { leadRoutes } from '../../server/contract/lead-routes.ts'
import { callRoute } from '../api/call.ts'
import { FormEnd } from '../marks/form-end.tsx'
import { closesOnEscape } from './closes-on-escape.ts'
import { DraftFields } from './draft-fields.tsx'
import { draftedOf, writtenOf } from './drafting.ts'
import { Refusal } from './refusal.tsx'
import { useLeadChange } from './use-change.ts'

interface EditDraftProps {
  readonly lead: LeadFileAnswer
  readonly onClose: () => void
}

/** Changes whom a draft is for, what it asks, and its language. */
export function EditDraft({ lead, onClose }: EditDraftProps) {
  const { t } = useTranslation()
  const [written, setWritten] = useState(() => writtenOf(lead.body))
  const { busy, failure, make } = useLeadChange()
  const drafted = draftedOf(written)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (drafted === undefined || busy) return
    const body = { seen: lead.body.revision, ...drafted }
    if (await make(() => callRoute(leadRoutes.editDraft, { params: { id: lead.id }, body })))
      onClose()
  }
  return (
    <form
      className="form lead-form"
      aria-label={t('leads.changeRecipients')}
      onSubmit={(event) => void submit(event)}
      onKeyDown={closesOnEscape(onClose)}
    >
      <DraftFields draft={written} onDraft={setWritten} autoFocus />
      <Refusal failure={failure} />
      <FormEnd
        save={busy ? t('leads.working') : t('leads.save')}
        needs={t('leads.needsRecipients')}
        ready={drafted !== undefined}
        busy={busy}
        onCancel={onClose}
      />
    </form>
  )
}
