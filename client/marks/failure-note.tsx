import { useTranslation } from 'react-i18next'

import { failureOf } from '../api/problem-error.ts'

interface FailureNoteProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** What failed, in the reader's language, with the server's sentence, the permanent code and a way to try again. */
export function FailureNote({ error, onRetry }: FailureNoteProps) {
  const { t } = useTranslation()
  const { code, detail } = failureOf(error)
  return (
    <div className="blank" role="alert">
      <h2>{t(`problems.${code}`)}</h2>
      {detail !== '' && <p>{detail}</p>}
      <p className="m small">
        {t('shell.code')} {code}
      </p>
      <button type="button" className="btn" onClick={onRetry}>
        {t('shell.retry')}
      </button>
    </div>
  )
}
