import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Verdict } from '../../server/contract/work.ts'
import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'

interface ReviewFormProps {
  /** The verdict whose reason is being asked for. */
  readonly verdict: Verdict | undefined
  readonly onVerdict: (verdict: Verdict | undefined) => void
  readonly onSave: (said: { verdict: Verdict; because: string; by: string }) => Promise<void>
}

const choices = [
  { verdict: 'same', key: 'A', icon: IconCheck },
  { verdict: 'different', key: 'D', icon: IconX },
  { verdict: 'unsure', key: 'U', icon: IconQuestionMark },
] as const

/** Three verdicts, none of them the one to press first; each asks for a reason before it is kept. */
export function ReviewForm({ verdict, onVerdict, onSave }: ReviewFormProps) {
  const { t } = useTranslation()
  if (verdict !== undefined) {
    return <Reason verdict={verdict} onCancel={() => onVerdict(undefined)} onSave={onSave} />
  }
  return (
    <div className="row">
      {choices.map(({ verdict: choice, key, icon: Icon }) => (
        <button key={choice} type="button" className="btn grow" onClick={() => onVerdict(choice)}>
          <Icon className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t(`review.${choice}`)} <kbd>{key}</kbd>
        </button>
      ))}
    </div>
  )
}

interface ReasonProps {
  readonly verdict: Verdict
  readonly onCancel: () => void
  readonly onSave: ReviewFormProps['onSave']
}

function Reason({ verdict, onCancel, onSave }: ReasonProps) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [because, setBecause] = useState('')
  const [by, setBy] = useState(known)
  const [busy, setBusy] = useState(false)
  const ready = because.trim() !== '' && by.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    setBusy(true)
    await onSave({ verdict, because: because.trim(), by: by.trim() })
    setBusy(false)
  }
  return (
    <form
      className="form flat"
      aria-label={t(`review.${verdict}Title`)}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        // The dialog stays: one thing a press.
        event.stopPropagation()
        onCancel()
      }}
    >
      <label>
        {t(`review.${verdict}Title`)}
        <input
          className="field"
          maxLength={2_000}
          placeholder={t('review.reason')}
          value={because}
          // biome-ignore lint/a11y/noAutofocus: the form opens on a key press for exactly this field.
          autoFocus
          onChange={(event) => setBecause(event.target.value)}
        />
      </label>
      <NameField label={t('review.author')} value={by} onValue={setBy} />
      <FormEnd
        save={t('review.save')}
        needs={t('review.needsBoth')}
        ready={ready}
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  )
}
