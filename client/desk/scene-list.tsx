import { IconPencil, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { CasePaper, ScenePaper } from '../../server/contract/desk.ts'
import { FailureNote } from '../marks/failure-note.tsx'
import { FormEnd } from '../marks/form-end.tsx'
import { IconButton } from '../marks/icon-button.tsx'
import { NameField } from '../marks/name-field.tsx'
import { momentText } from '../scene/format.ts'
import { usePreferences } from '../scene/preferences.ts'
import { useExplorer } from '../scene/store.ts'
import { scenesQuery } from './desk-queries.ts'
import { openScene, renameScene, retractScene, saveScene } from './scenes.ts'

/** Scenes that people saved: those of the case that is open, or those that belong to none. */
export function SceneList({ current }: { readonly current: CasePaper | undefined }) {
  const { t } = useTranslation()
  const [saving, setSaving] = useState(false)
  const nothing = useExplorer((state) => state.view.scene.nodes.size === 0)
  const answer = useQuery(scenesQuery)
  const scenes = (answer.data?.items ?? []).filter(
    ({ body }) => body.retractedAt === undefined && body.case === current?.id,
  )
  return (
    <section>
      <h2 className="sub">
        {t('scenes.title')} <span className="m">{scenes.length}</span>
      </h2>
      {answer.error !== null && (
        <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.data !== undefined && scenes.length === 0 && <p className="m">{t('scenes.empty')}</p>}
      <ul className="lines">
        {scenes.toReversed().map((scene) => (
          <Row key={scene.id} scene={scene} />
        ))}
      </ul>
      {saving ? (
        <SaveForm ofCase={current?.id} onClose={() => setSaving(false)} />
      ) : (
        <button
          type="button"
          className="btn slim"
          disabled={nothing}
          title={nothing ? t('scenes.nothing') : undefined}
          onClick={() => setSaving(true)}
        >
          {t('scenes.save')}
        </button>
      )}
    </section>
  )
}

function Row({ scene }: { readonly scene: ScenePaper }) {
  const { t } = useTranslation()
  const [naming, setNaming] = useState(false)
  const { name, keys, by, at } = scene.body
  if (naming) {
    return (
      <li>
        <Rename scene={scene} onClose={() => setNaming(false)} />
      </li>
    )
  }
  return (
    <li className="row">
      <button
        type="button"
        className="scene-pick grow"
        aria-label={t('scenes.open', { name })}
        onClick={() => void openScene(scene)}
      >
        <b className="nm clip">{name}</b>
        <span className="m small clip">
          {t('scenes.about', { count: keys.length, by, on: momentText(at) })}
        </span>
      </button>
      <IconButton
        icon={IconPencil}
        slim
        label={t('scenes.rename', { name })}
        onClick={() => setNaming(true)}
      />
      <IconButton
        icon={IconX}
        slim
        label={t('scenes.retract', { name })}
        onClick={() => void retractScene(scene)}
      />
    </li>
  )
}

interface RenameProps {
  readonly scene: ScenePaper
  readonly onClose: () => void
}

function Rename({ scene, onClose }: RenameProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(scene.body.name)
  return (
    <SceneForm
      label={t('scenes.rename', { name: scene.body.name })}
      ready={name.trim() !== ''}
      onSave={() => renameScene(scene, name.trim())}
      onClose={onClose}
    >
      <NameField label={t('scenes.name')} value={name} onValue={setName} autoFocus />
    </SceneForm>
  )
}

interface SaveFormProps {
  readonly ofCase: string | undefined
  readonly onClose: () => void
}

function SaveForm({ ofCase, onClose }: SaveFormProps) {
  const { t } = useTranslation()
  const ring = useExplorer((state) => state.view.scene.ring?.name)
  const known = usePreferences((preferences) => preferences.author)
  const [name, setName] = useState(ring ?? '')
  const [by, setBy] = useState(known)
  const save = () => {
    usePreferences.setState({ author: by.trim() })
    return saveScene({ name: name.trim(), by: by.trim(), case: ofCase })
  }
  return (
    <SceneForm
      label={t('scenes.save')}
      ready={name.trim() !== '' && by.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <NameField label={t('scenes.name')} value={name} onValue={setName} autoFocus />
      <NameField label={t('scenes.author')} value={by} onValue={setBy} />
    </SceneForm>
  )
}

interface SceneFormProps {
  readonly label: string
  readonly ready: boolean
  readonly onSave: () => Promise<boolean>
  readonly onClose: () => void
  readonly children: React.ReactNode
}

function SceneForm({ label, ready, onSave, onClose, children }: SceneFormProps) {
  const { t } = useTranslation()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (ready && (await onSave())) onClose()
  }
  return (
    <form
      className="form flat"
      aria-label={label}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
      }}
    >
      {children}
      <FormEnd
        save={t('scenes.confirm')}
        needs={t('scenes.needsName')}
        ready={ready}
        onCancel={onClose}
      />
    </form>
  )
}
