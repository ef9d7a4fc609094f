import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Link } from '../../server/contract/ring.ts'
import type { Verdict } from '../../server/contract/work.ts'
import { decide } from '../commands/decide.ts'
import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { useExplorer } from '../scene/store.ts'
import { pairOf } from './pair.ts'

/** Accept, deny, unsure: each asks for a reason before it is kept. */
export function DecideBar({ link }: { readonly link: Link }) {
  const { t } = useTranslation()
  const deciding = useExplorer((state) => state.deciding)
  if (deciding !== undefined) return <ReasonForm key={deciding} link={link} verdict={deciding} />
  // Of common supply nobody is asked: what is decided is whether one controller runs both.
  const supply = link.kind === 'shares_supply'
  const start = (verdict: Verdict) => useExplorer.setState({ deciding: verdict })
  return (
    <div className="foot-actions">
      <button type="button" className="btn primary" onClick={() => start('same')}>
        <IconCheck className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t(supply ? 'decide.controller' : 'decide.accept')} <kbd>A</kbd>
      </button>
      <button type="button" className="btn" onClick={() => start('different')}>
        <IconX className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t(supply ? 'decide.different' : 'decide.deny')} <kbd>D</kbd>
      </button>
      <button type="button" className="btn" onClick={() => start('unsure')}>
        <IconQuestionMark className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t('decide.unsure')} <kbd>U</kbd>
      </button>
    </div>
  )
}

const titles = {
  same: 'decide.acceptTitle',
  different: 'decide.denyTitle',
  unsure: 'decide.unsureTitle',
} as const

interface ReasonFormProps {
  readonly link: Link
  readonly verdict: Verdict
}

function ReasonForm({ link, verdict }: ReasonFormProps) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [because, setBecause] = useState('')
  const [by, setBy] = useState(known)
  const [busy, setBusy] = useState(false)
  const reasonId = useId()
  const close = () => useExplorer.setState({ deciding: undefined })
  const ready = because.trim() !== '' && by.trim() !== ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    setBusy(true)
    const draft = { ...pairOf(link), verdict, by: by.trim(), because: because.trim() }
    void decide(draft).finally(() => setBusy(false))
  }
  return (
    <form
      className="form"
      aria-label={t(titles[verdict])}
      onSubmit={save}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Escape' && !nativeEvent.isComposing) close()
      }}
    >
      <label htmlFor={reasonId}>
        {t(titles[verdict])}
        <textarea
          id={reasonId}
          className="field"
          rows={3}
          maxLength={2_000}
          // The user has just asked to write a reason.
          // biome-ignore lint/a11y/noAutofocus: the form opens on a key press for exactly this field.
          autoFocus
          placeholder={t('decide.reasonPlaceholder')}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </label>
      <NameField label={t('decide.author')} value={by} onValue={setBy} />
      <p className="m small">{t('decide.note')}</p>
      <FormEnd
        save={t('decide.save')}
        needs={t('decide.needsReason')}
        ready={ready}
        busy={busy}
        onCancel={close}
      />
    </form>
  )
}
