import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { notifyFailure } from '../shell/notify.ts'
import { askForCopy } from './hand-in.ts'

/** Who takes a copy and why: custody keeps it before the file is handed out. */
export function CopyForm({
  sha256,
  onClose,
}: {
  readonly sha256: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [by, setBy] = useState(known)
  const [why, setWhy] = useState('')
  const ready = by.trim() !== '' && why.trim() !== ''
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    try {
      const address = await askForCopy(sha256, { by: by.trim(), why: why.trim() })
      usePreferences.setState({ author: by.trim() })
      window.location.assign(address)
      onClose()
    } catch (error) {
      notifyFailure(error)
    }
  }
  return (
    <form className="form flat" onSubmit={(event) => void save(event)}>
      <label>
        {t('evidence.why')}
        <input
          className="field"
          maxLength={500}
          value={why}
          // biome-ignore lint/a11y/noAutofocus: the form opens for exactly this sentence.
          autoFocus
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <NameField label={t('evidence.by')} value={by} onValue={setBy} />
      <FormEnd
        save={t('evidence.take')}
        needs={t('evidence.needsBoth')}
        ready={ready}
        onCancel={onClose}
      />
    </form>
  )
}
