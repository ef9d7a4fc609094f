import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { CasePaper } from '../../server/contract/desk.ts'
import { FailureNote } from '../marks/failure-note.tsx'
import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { useExplorer } from '../scene/store.ts'
import { changeCase, createCase, retractCase, useCurrentCase } from './cases.ts'
import { casesQuery } from './desk-queries.ts'
import { useDesk } from './desk-state.ts'
import { Hypotheses } from './hypotheses.tsx'
import { Questions } from './questions.tsx'
import { SceneList } from './scene-list.tsx'

/** The case that is being worked on: who is at it, what they think, what they still ask, and the scenes that they saved. */
export function CasePanel() {
  const { t } = useTranslation()
  const [creating, setCreating] = useState(false)
  const current = useCurrentCase()
  const answer = useQuery(casesQuery)
  const open = (dialog: 'paste' | 'review') => useExplorer.setState({ dialog })
  return (
    <div className="case-panel">
      {answer.error !== null && (
        <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {creating ? (
        <CaseForm onClose={() => setCreating(false)} />
      ) : (
        <div className="row">
          <CaseChoice cases={answer.data?.items ?? []} current={current} />
          <button type="button" className="btn" onClick={() => setCreating(true)}>
            {t('cases.create')}
          </button>
        </div>
      )}
      {current === undefined ? (
        !creating && <p className="m">{t('cases.empty')}</p>
      ) : (
        <Opened key={current.id} paper={current} />
      )}
      <SceneList current={current} />
      <div className="row case-tools">
        <button type="button" className="btn slim grow" onClick={() => open('paste')}>
          {t('cases.paste')}
        </button>
        <button type="button" className="btn slim grow" onClick={() => open('review')}>
          {t('cases.review')}
        </button>
      </div>
    </div>
  )
}

interface CaseChoiceProps {
  readonly cases: readonly CasePaper[]
  readonly current: CasePaper | undefined
}

function CaseChoice({ cases, current }: CaseChoiceProps) {
  const { t } = useTranslation()
  const known = cases.filter(({ body }) => body.retractedAt === undefined)
  return (
    <select
      className="field grow"
      aria-label={t('cases.choose')}
      value={current?.id ?? ''}
      onChange={({ target }) =>
        useDesk.setState({ caseId: target.value === '' ? undefined : target.value })
      }
    >
      <option value="">{t(current === undefined ? 'cases.none' : 'cases.leave')}</option>
      {known.map(({ id, body }) => (
        <option key={id} value={id}>
          {body.status === 'open' ? body.name : `${body.name} (${t('cases.closed')})`}
        </option>
      ))}
    </select>
  )
}

function Opened({ paper: { id, body } }: { readonly paper: CasePaper }) {
  const { t } = useTranslation()
  const isOpen = body.status === 'open'
  const turn = () => changeCase((now) => ({ ...now, status: isOpen ? 'closed' : 'open' }))
  return (
    <>
      <p className="s2">
        <span className="chip line">{t(isOpen ? 'cases.open' : 'cases.closed')}</span>{' '}
        {t('cases.ownedBy', { owner: body.owner })}
        {body.members.length > 0 && (
          <span className="m">
            {' '}
            {t('cases.with', { members: body.members.join(t('shell.comma')) })}
          </span>
        )}
      </p>
      <Hypotheses items={body.hypotheses} />
      <Questions items={body.questions} />
      <div className="row case-tools">
        <button type="button" className="btn slim grow" onClick={() => void turn()}>
          {t(isOpen ? 'cases.close' : 'cases.reopen')}
        </button>
        <button type="button" className="btn slim ghost" onClick={() => void retractCase(id)}>
          {t('cases.retract')}
        </button>
      </div>
    </>
  )
}

function CaseForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [name, setName] = useState('')
  const [owner, setOwner] = useState(known)
  const [members, setMembers] = useState('')
  const ready = name.trim() !== '' && owner.trim() !== ''
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const others = members
      .split(/[,，、;；]/u)
      .map((member) => member.trim())
      .filter((member) => member !== '')
    if (await createCase({ name: name.trim(), owner: owner.trim(), members: others })) onClose()
  }
  return (
    <form
      className="form flat"
      aria-label={t('cases.create')}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
      }}
    >
      <NameField label={t('cases.name')} value={name} onValue={setName} autoFocus />
      <NameField label={t('cases.owner')} value={owner} onValue={setOwner} />
      <NameField label={t('cases.members')} value={members} onValue={setMembers} />
      <FormEnd
        save={t('cases.save')}
        needs={t('cases.needsBoth')}
        ready={ready}
        onCancel={onClose}
      />
    </form>
  )
}
