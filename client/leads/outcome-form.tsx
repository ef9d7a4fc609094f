import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type LeadFileAnswer, OutcomeBody } from '../../server/contract/lead-files.ts'
import { leadRoutes } from '../../server/contract/lead-routes.ts'
import { callRoute } from '../api/call.ts'
import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { closesOnEscape } from './closes-on-escape.ts'
import { lettersOf } from './drafting.ts'
import { outcomeSaid, type WrittenOutcome } from './outcome-said.ts'
import { Refusal } from './refusal.tsx'
import { useLeadChange } from './use-change.ts'

interface OutcomeFormProps {
  readonly lead: LeadFileAnswer
  readonly onClose: () => void
}

const kinds = OutcomeBody.shape.kind.options

/** Records one thing that came of a lead, with the document that says so. */
export function OutcomeForm({ lead, onClose }: OutcomeFormProps) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [written, setWritten] = useState<WrittenOutcome>({ ...blank, by: known })
  const { busy, failure, make } = useLeadChange()
  const said = outcomeSaid(written)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (said === undefined || busy) return
    const put = () => callRoute(leadRoutes.putOutcome, { params: { id: lead.id }, body: said })
    if (await make(put, said.by)) onClose()
  }
  return (
    <form
      className="form lead-form"
      aria-label={t('leads.addOutcome')}
      onSubmit={(event) => void submit(event)}
      onKeyDown={closesOnEscape(onClose)}
    >
      <Fields written={written} onWritten={setWritten} />
      <NameField
        label={t('leads.by')}
        value={written.by}
        onValue={(by) => setWritten({ ...written, by })}
      />
      <Refusal failure={failure} />
      <FormEnd
        save={busy ? t('leads.working') : t('leads.saveOutcome')}
        needs={t('leads.needsOutcome')}
        ready={said !== undefined}
        busy={busy}
        onCancel={onClose}
      />
    </form>
  )
}

const blank: WrittenOutcome = {
  kind: kinds[0] ?? 'detained',
  on: '',
  count: '',
  amount: '',
  currency: '',
  basis: '',
  source: '',
  by: '',
}

interface FieldsProps {
  readonly written: WrittenOutcome
  readonly onWritten: (written: WrittenOutcome) => void
}

function Fields({ written, onWritten }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="lead-outcome-fields">
      <label>
        {t('leads.kind')}
        <select
          className="field"
          value={written.kind}
          // biome-ignore lint/a11y/noAutofocus: the user has just asked to write this.
          autoFocus
          onChange={({ target: { value } }) =>
            onWritten({ ...written, kind: kinds.find((kind) => kind === value) ?? written.kind })
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`outcomeKinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('leads.on')}
        <input
          type="date"
          className="field"
          value={written.on}
          onChange={(event) => onWritten({ ...written, on: event.target.value })}
        />
      </label>
      <label>
        {t('leads.count')}
        <input
          className="field"
          inputMode="numeric"
          value={written.count}
          onChange={(event) => onWritten({ ...written, count: event.target.value })}
        />
      </label>
      <label>
        {t('leads.amount')}
        <input
          className="field"
          inputMode="decimal"
          value={written.amount}
          onChange={(event) => onWritten({ ...written, amount: event.target.value })}
        />
      </label>
      <label>
        {t('leads.currency')}
        <input
          className="field"
          placeholder={t('leads.currencyCode')}
          autoComplete="off"
          value={written.currency}
          onChange={(event) =>
            onWritten({ ...written, currency: lettersOf(event.target.value, 3) })
          }
        />
      </label>
      <label>
        {t('leads.basis')}
        <input
          className="field"
          placeholder={t('leads.basisHint')}
          maxLength={200}
          value={written.basis}
          onChange={(event) => onWritten({ ...written, basis: event.target.value })}
        />
      </label>
      <label className="wide">
        {t('leads.source')}
        <input
          className="field"
          maxLength={4_000}
          value={written.source}
          onChange={(event) => onWritten({ ...written, source: event.target.value })}
        />
      </label>
    </div>
  )
}
