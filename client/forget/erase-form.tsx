import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { uploadRoutes } from '../../server/contract/upload-routes.ts'
import {
  type ForgetPreview,
  type ForgetReason,
  forgetReasons,
} from '../../server/contract/uploads.ts'
import { callRoute } from '../api/call.ts'
import { followJob } from '../jobs/job-state.ts'
import { Refusal } from '../leads/refusal.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { type Asked, useForget } from './forget-state.ts'

interface EraseFormProps {
  readonly asked: Asked
  readonly preview: ForgetPreview
  readonly busy: boolean
}

/** Who erases it and why, and its name typed once more, as nothing brings it back. */
export function EraseForm({ asked, preview, busy }: EraseFormProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<ForgetReason>()
  const [because, setBecause] = useState('')
  const [by, setBy] = useState(usePreferences((preferences) => preferences.author))
  const [typed, setTyped] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const isMeant = typed.trim() === preview.asked
  const ready = isMeant && reason !== undefined && because.trim() !== '' && by.trim() !== ''
  const erase = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    setFailure(undefined)
    usePreferences.setState({ author: by.trim() })
    const trace = { reason, because: because.trim(), by: by.trim(), seen: preview.versions }
    try {
      followJob(await callRoute(uploadRoutes.forget, { body: { ...asked, ...trace } }))
      useForget.setState({ asked: undefined })
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <form
      className="form forget-erase"
      aria-label={t('forget.erase')}
      onSubmit={(event) => void erase(event)}
    >
      <label>
        {t('forget.reason')}
        <select
          className="field"
          value={reason ?? ''}
          onChange={({ target }) => setReason(forgetReasons.find((one) => one === target.value))}
        >
          <option value="">{t('forget.reasonNone')}</option>
          {forgetReasons.map((one) => (
            <option key={one} value={one}>
              {t(`forgetReasons.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('forget.because')}
        <textarea
          className="field"
          rows={2}
          maxLength={2_000}
          aria-describedby="forget-because"
          value={because}
          onChange={({ target }) => setBecause(target.value)}
        />
      </label>
      <p id="forget-because" className="m small">
        {t('forget.becauseNote')}
      </p>
      <NameField label={t('forget.by')} value={by} onValue={setBy} />
      <label>
        {t('forget.confirm')} <code>{preview.asked}</code>
        <input
          className="field"
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <Refusal failure={failure} />
      <div className="row">
        <button
          type="submit"
          className="btn danger"
          disabled={!ready || busy}
          aria-describedby="forget-needs"
        >
          {t('forget.erase')}
        </button>
        <span id="forget-needs" className="m small">
          {busy ? t('jobs.busy') : !ready && t('forget.needs')}
        </span>
      </div>
    </form>
  )
}
