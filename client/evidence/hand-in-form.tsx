import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { notifyFailure } from '../shell/notify.ts'
import { handIn, placesOf } from './hand-in.ts'

interface HandInFormProps {
  readonly about: string
  readonly onClose: () => void
}

const blank = {
  ...{ place: '', method: '', grade: '', transactionEnd: '', mayGoTo: '' },
  other: false,
}
type Words = typeof blank

/** A file with what is known of how it was collected. */
export function HandInForm({ about, onClose }: HandInFormProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const known = usePreferences((preferences) => preferences.author)
  const [file, setFile] = useState<File>()
  const [by, setBy] = useState(known)
  const [words, setWords] = useState<Words>(blank)
  const [busy, setBusy] = useState(false)
  const isGrade = words.grade === '' || /^[A-F][1-6]$/.test(words.grade)
  const arePlaces = placesOf(words.mayGoTo).every((place) => /^[A-Z]{2}$/.test(place))
  const ready = file !== undefined && by.trim() !== '' && isGrade && arePlaces && !busy
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    setBusy(true)
    try {
      await handIn({ ...words, file, about, by: by.trim() })
      usePreferences.setState({ author: by.trim() })
      await queries.invalidateQueries({ queryKey: ['evidence'] })
      onClose()
    } catch (error) {
      notifyFailure(error)
      setBusy(false)
    }
  }
  return (
    <form
      className="form flat"
      aria-label={t('evidence.add')}
      onSubmit={(event) => void save(event)}
    >
      <p className="s2">{t('evidence.explain')}</p>
      <label>
        {t('evidence.file')}
        <input
          type="file"
          className="field"
          onChange={({ target }) => setFile(target.files?.[0] ?? undefined)}
        />
      </label>
      <NameField label={t('evidence.by')} value={by} onValue={setBy} />
      <Line name="place" words={words} onWords={setWords} />
      <Line name="method" words={words} onWords={setWords} />
      <Line name="grade" words={words} onWords={setWords} />
      <Line name="transactionEnd" type="date" words={words} onWords={setWords} />
      <Line name="mayGoTo" words={words} onWords={setWords} />
      <label>
        <span>
          <input
            type="checkbox"
            checked={words.other}
            onChange={({ target }) => setWords({ ...words, other: target.checked })}
          />{' '}
          {t('evidence.other')}
        </span>
      </label>
      <FormEnd
        save={busy ? t('evidence.sending') : t('evidence.send')}
        needs={t('evidence.needsFile')}
        ready={ready}
        onCancel={onClose}
      />
    </form>
  )
}

interface LineProps {
  readonly name: Exclude<keyof Words, 'other'>
  readonly type?: 'text' | 'date'
  readonly words: Words
  readonly onWords: (words: Words) => void
}

function Line({ name, type = 'text', words, onWords }: LineProps) {
  const { t } = useTranslation()
  return (
    <label>
      {t(`evidence.${name}`)}
      <input
        type={type}
        className="field"
        maxLength={500}
        value={words[name]}
        onChange={({ target }) => onWords({ ...words, [name]: target.value })}
      />
    </label>
  )
}
