import { useTranslation } from 'react-i18next'

import { failureOf } from '../api/problem-error.ts'
import { useSentence } from '../leads/use-sentence.ts'

/** There is nothing of the name to forget, or it could not be asked. */
export function NothingThere({ error }: { readonly error: Error }) {
  const { t } = useTranslation()
  const sentence = useSentence(error)
  const { code } = failureOf(error)
  return (
    <p className="notice" role="alert">
      {code === 'dataset-refused' ? sentence : `${t(`problems.${code}`)} ${sentence}`}
    </p>
  )
}
