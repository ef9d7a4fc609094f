import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { RolePaper, StatedGround, ToldRole } from '../../../server/contract/roles.ts'
import { withdrawRole } from '../../commands/state-role.ts'
import { FormEnd } from '../../marks/form-end.tsx'
import { NameField } from '../../marks/name-field.tsx'
import { momentText } from '../../scene/format.ts'
import { usePreferences } from '../../scene/preferences.ts'

interface RoleRowProps {
  readonly told: ToldRole
  readonly about: string
}

/** One statement: who said it, when, on what; withdrawn ones stay, struck through. */
export function RoleRow({ told, about }: RoleRowProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const { paper, subjectName, ofName, stands } = told
  const { role, because, by, on, grounds, withdrawn, run } = paper.body
  const names = { subject: subjectName, of: ofName }
  const sentence =
    role === 'controls'
      ? t('roles.sentenceControls', names)
      : t('roles.sentenceRole', { ...names, role: t(`roleNames.${role}`) })
  const here = stands.find(({ ring }) => ring === about)
  return (
    <li>
      <p className="stated-said">
        {withdrawn === undefined ? <b>{sentence}</b> : <del>{sentence}</del>}
      </p>
      {here?.how === 'split' && <p className="warn small">{t('roles.wasSplit', names)}</p>}
      {here?.how === 'merged' && <p className="warn small">{t('roles.wasMerged', names)}</p>}
      {run !== undefined && stands.length === 0 && (
        <p className="warn small">{t('roles.noLonger')}</p>
      )}
      <p className="m small">{t('roles.by', { by, on })}</p>
      <p className="s2 written">{because}</p>
      <ul className="stated-grounds small" aria-label={t('roles.evidence')}>
        {grounds.map((ground) => (
          <Ground key={JSON.stringify(ground)} ground={ground} />
        ))}
      </ul>
      {withdrawn !== undefined && (
        <p className="m small">
          {t('roles.withdrawn', { by: withdrawn.by, on: momentText(withdrawn.at) })}
          {withdrawn.because !== undefined && ` · ${withdrawn.because}`}
        </p>
      )}
      {withdrawn === undefined && !asking && (
        <button type="button" className="cite" onClick={() => setAsking(true)}>
          {t('roles.withdraw')}
        </button>
      )}
      {asking && <WithdrawForm paper={paper} name={subjectName} onClose={() => setAsking(false)} />}
    </li>
  )
}

/** So many characters of a hash tell rows apart for people. */
const hashShown = 12

function Ground({ ground }: { readonly ground: StatedGround }) {
  const { t } = useTranslation()
  if (ground.kind === 'source') return <li>{ground.text}</li>
  if (ground.kind === 'file') return <li>{t('roles.file', { name: ground.name })}</li>
  return <li title={ground.hash}>{t('roles.record', { hash: ground.hash.slice(0, hashShown) })}</li>
}

interface WithdrawFormProps {
  readonly paper: RolePaper
  readonly name: string
  readonly onClose: () => void
}

/** Asks who withdraws it. */
function WithdrawForm({ paper, name, onClose }: WithdrawFormProps) {
  const { t } = useTranslation()
  const [by, setBy] = useState(usePreferences((preferences) => preferences.author))
  const ready = by.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const role = t(`roleNames.${paper.body.role}`)
    if (ready && (await withdrawRole(paper, by.trim(), t('roles.withdrew', { name, role }))))
      onClose()
  }
  return (
    <form
      className="form flat"
      aria-label={t('roles.withdraw')}
      onSubmit={(event) => void submit(event)}
    >
      <NameField label={t('roles.author')} value={by} onValue={setBy} autoFocus />
      <FormEnd
        save={t('roles.withdraw')}
        needs={t('roles.author')}
        ready={ready}
        onCancel={onClose}
      />
    </form>
  )
}
