import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { failureOf } from '../api/problem-error.ts'
import { useSentence } from './use-sentence.ts'

/** Why a change was not made, in the server's words, beside what was written; nothing where nothing failed. */
export function Refusal({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation()
  const note = useRef<HTMLDivElement>(null)
  // The button that was pressed could not be pressed meanwhile and lost the focus; the keys of the form go on from here.
  useEffect(() => {
    if (failure !== undefined) note.current?.focus()
  }, [failure])
  const detail = useSentence(failure)
  if (failure === undefined) return null
  const { code } = failureOf(failure)
  return (
    <div ref={note} className="notice" role="alert" tabIndex={-1}>
      <IconAlertTriangle className="i" size={14} stroke={1.75} aria-hidden="true" />
      <span>
        <b>{t(`problems.${code}`)}</b>
        <br />
        {code === 'paper-changed' ? t('leads.conflict') : detail}
      </span>
    </div>
  )
}
