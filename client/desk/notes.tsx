import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { NotePaper } from '../../server/contract/desk.ts'
import { call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { NameField } from '../marks/name-field.tsx'
import { momentText } from '../scene/format.ts'
import { usePreferences } from '../scene/preferences.ts'
import { notifyFailure } from '../shell/notify.ts'
import { notesQuery } from './desk-queries.ts'

/** How many notes stand on a thing or link; undefined while that is not known. */
export function useNoteCount(about: string): number | undefined {
  return useQuery(notesQuery(about)).data?.total
}

/** What people wrote beside a thing or a link, latest first; what was taken back stays, struck through. */
export function Notes({ about }: { readonly about: string }) {
  const { t } = useTranslation()
  const answer = useQuery(notesQuery(about))
  if (answer.error !== null)
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <Bones rows={4} />
  const { items, omitted } = answer.data
  return (
    <>
      <NoteForm about={about} />
      {items.length === 0 && <p className="m">{t('notes.empty')}</p>}
      <ul className="lines">
        {items.map((note) => (
          <NoteRow key={note.id} note={note} />
        ))}
      </ul>
      {omitted > 0 && <p className="m small">{t('notes.omitted', { count: omitted })}</p>}
    </>
  )
}

function NoteRow({ note: { id, body } }: { readonly note: NotePaper }) {
  const { t } = useTranslation()
  const { text, by, at, about, retractedAt } = body
  const takeBack = async () => {
    try {
      await call('retractNote', { params: { id } })
      await queryClient.invalidateQueries({ queryKey: notesQuery(about).queryKey })
    } catch (error) {
      notifyFailure(error)
    }
  }
  return (
    <li>
      <p className="row">
        <b className="clip">{by}</b>
        <span className="grow" />
        <span className="m nowrap">{momentText(at)}</span>
      </p>
      {retractedAt === undefined ? (
        <>
          <p className="s2 written">{text}</p>
          <button type="button" className="cite" onClick={() => void takeBack()}>
            {t('notes.retract')}
          </button>
        </>
      ) : (
        <>
          <p className="m written">
            <del>{text}</del>
          </p>
          <p className="m small">{t('notes.retracted', { on: momentText(retractedAt) })}</p>
        </>
      )}
    </li>
  )
}

function NoteForm({ about }: { readonly about: string }) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [text, setText] = useState('')
  const [by, setBy] = useState(known)
  const [busy, setBusy] = useState(false)
  const ready = text.trim() !== '' && by.trim() !== ''
  const save = async () => {
    setBusy(true)
    try {
      await call('putNote', { body: { about, by, text } })
      usePreferences.setState({ author: by.trim() })
      setText('')
      await queryClient.invalidateQueries({ queryKey: notesQuery(about).queryKey })
    } catch (error) {
      notifyFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) void save()
  }
  return (
    <form className="form flat" aria-label={t('notes.write')} onSubmit={submit}>
      <label>
        {t('notes.write')}
        <textarea
          className="field"
          rows={3}
          maxLength={4_000}
          placeholder={t('notes.placeholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <NameField label={t('notes.author')} value={by} onValue={setBy} />
      <button
        type="submit"
        className="btn"
        disabled={!ready || busy}
        title={ready ? undefined : t('notes.needsBoth')}
      >
        {t('notes.save')}
      </button>
    </form>
  )
}
