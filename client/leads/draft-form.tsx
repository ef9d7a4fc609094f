import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { leadRoutes } from '../../server/contract/lead-routes.ts'
import type { RingAnswer } from '../../server/contract/ring.ts'
import { callRoute } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { say } from '../shell/notify.ts'
import { openLead } from '../shell/page.ts'
import { DraftFields } from './draft-fields.tsx'
import { draftedOf, emptyDraft } from './drafting.ts'
import { Refusal } from './refusal.tsx'
import { useLeadChange } from './use-change.ts'
import './lead.css'

interface DraftFormProps {
  readonly ring: RingAnswer['ring']
  /** Those of its shops that the lead is about; all of them when absent. */
  readonly shops: readonly string[] | undefined
  readonly onClose: () => void
}

/** Begins a lead on a ring, for one recipient or several, and opens it on its page. */
export function DraftForm({ ring, shops, onClose }: DraftFormProps) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const language = useLanguage()
  const [written, setWritten] = useState(() => emptyDraft(language))
  const [author, setAuthor] = useState(known)
  const { busy, failure, make } = useLeadChange()
  const drafted = draftedOf(written)
  const ready = drafted !== undefined && author.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (drafted === undefined || !ready || busy) return
    const by = author.trim()
    const body = { ring: ring.id, author: by, ...drafted, ...(shops !== undefined && { shops }) }
    const lead = await make(() => callRoute(leadRoutes.draft, { body }), by)
    if (lead === undefined) return
    void queryClient.invalidateQueries({ queryKey: ['conflicts'] })
    onClose()
    openLead(lead.id)
    say(t('leads.drafted', { id: lead.id }))
  }
  return (
    <form className="dialog-body" onSubmit={(event) => void submit(event)}>
      <p className="s2">{t('leads.draftAbout')}</p>
      <div className="form">
        <DraftFields draft={written} onDraft={setWritten} />
        <NameField label={t('leads.by')} value={author} onValue={setAuthor} />
      </div>
      <Refusal failure={failure} />
      <div className="dialog-actions">
        <button type="button" className="btn" onClick={onClose}>
          {t('lead.cancel')}
        </button>
        <button
          type="submit"
          className="btn primary"
          disabled={!ready || busy}
          title={ready ? undefined : t('leads.needsDraft')}
        >
          {busy ? t('leads.working') : t('leads.draft')}
        </button>
      </div>
    </form>
  )
}
