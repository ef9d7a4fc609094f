import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type RoleName, roleNames } from '../../../server/contract/roles.ts'
import { stateRole } from '../../commands/state-role.ts'
import { FormEnd } from '../../marks/form-end.tsx'
import { NameField } from '../../marks/name-field.tsx'
import { usePreferences } from '../../scene/preferences.ts'
import { useExplorer } from '../../scene/store.ts'
import { today } from '../holds.ts'
import { GroundFields, type Grounds, groundsOf, noGrounds } from './ground-fields.tsx'
import { objectsFor, type Partner, subjectsFor } from './partners.ts'

interface RoleFormProps {
  /** The end that the panel is about. */
  readonly fixed: { readonly key: string; readonly end: 'subject' | 'of' }
  readonly onClose: () => void
}

/** States a role: the other end is chosen from the picture. */
export function RoleForm({ fixed, onClose }: RoleFormProps) {
  const { t } = useTranslation()
  const scene = useExplorer(({ view }) => view.scene)
  const kind = scene.nodes.get(fixed.key)?.kind
  const allowed = rolesFor(fixed.end, kind)
  const [role, setRole] = useState<RoleName>(allowed[0] ?? 'controls')
  const [chosen, setChosen] = useState('')
  const [because, setBecause] = useState('')
  const [on, setOn] = useState(today())
  const [grounds, setGrounds] = useState<Grounds>(noGrounds)
  const [by, setBy] = useState(usePreferences((preferences) => preferences.author))
  const isSubject = fixed.end === 'subject'
  const partners = (isSubject ? objectsFor : subjectsFor)(role, scene)
  const other = partners.find(({ key }) => key === chosen) ?? partners[0]
  const [subject, of] = isSubject ? [fixed.key, other?.key] : [other?.key, fixed.key]
  const rested = groundsOf(grounds)
  const ready =
    subject !== undefined &&
    of !== undefined &&
    because.trim() !== '' &&
    by.trim() !== '' &&
    rested.length > 0
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const name = scene.nodes.get(subject)?.name ?? subject
    const message = t('roles.stated', { name, role: t(`roleNames.${role}`) })
    const day = on === '' ? undefined : on
    const said = { subject, role, of, because, by: by.trim(), on: day, grounds: rested }
    if (await stateRole(said, message)) onClose()
  }
  return (
    <form
      className="form flat"
      aria-label={t('roles.add')}
      onSubmit={(event) => void save(event)}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Escape' && !nativeEvent.isComposing) onClose()
      }}
    >
      <label>
        {t('roles.role')}
        <select
          className="field"
          value={role}
          // biome-ignore lint/a11y/noAutofocus: the user has just asked to state a role.
          autoFocus
          onChange={({ target }) => {
            const next = allowed.find((own) => own === target.value)
            if (next !== undefined) setRole(next)
          }}
        >
          {allowed.map((own) => (
            <option key={own} value={own}>
              {t(`roleNames.${own}`)}
            </option>
          ))}
        </select>
      </label>
      <PartnerChoice
        label={t(isSubject ? 'roles.of' : 'roles.who')}
        partners={partners}
        chosen={other?.key}
        onChoose={setChosen}
      />
      <label>
        {t('roles.because')}
        <textarea
          className="field"
          rows={2}
          maxLength={4_000}
          value={because}
          onChange={({ target }) => setBecause(target.value)}
        />
      </label>
      <GroundFields subject={subject} grounds={grounds} onGrounds={setGrounds} />
      <label>
        {t('roles.on')}
        <input
          type="date"
          className="field"
          value={on}
          onChange={({ target }) => setOn(target.value)}
        />
      </label>
      <NameField label={t('roles.author')} value={by} onValue={setBy} />
      <FormEnd save={t('roles.save')} needs={t('roles.needs')} ready={ready} onCancel={onClose} />
    </form>
  )
}

/** A shop is controlled; an account or place has every role but control. */
function rolesFor(end: 'subject' | 'of', kind: string | undefined): readonly RoleName[] {
  if (end === 'of' && kind === 'Shop') return ['controls']
  if (end === 'of' || kind === 'Identity') return roleNames
  return roleNames.filter((role) => role !== 'controls')
}

interface PartnerChoiceProps {
  readonly label: string
  readonly partners: readonly Partner[]
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
}

function PartnerChoice({ label, partners, chosen, onChoose }: PartnerChoiceProps) {
  const { t } = useTranslation()
  if (partners.length === 0) return <p className="warn small">{t('roles.noPartner')}</p>
  return (
    <label title={t('roles.choose')}>
      {label}
      <select className="field" value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {partners.map(({ key, name }) => (
          <option key={key} value={key} title={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
