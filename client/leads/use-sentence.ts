import { useEffect, useState } from 'react'

import type { Problem } from '../../server/contract/problem.ts'
import { failureOf, ProblemError } from '../api/problem-error.ts'
import { useLanguage } from '../i18n/use-language.ts'

/** Why something was refused, in the reader's language where it has a sentence for that, or else as the server says it in English. */
export function useSentence(failure: unknown): string {
  const refusal = failure instanceof ProblemError ? failure.refusal : undefined
  return useRefusalText(refusal, failureOf(failure).detail)
}

/** The same of a refusal that came with an answer. */
export function useRefusalText(refusal: Problem['refusal'], english: string): string {
  const language = useLanguage()
  const [chinese, setChinese] = useState<{ readonly of: unknown; readonly text: string }>()
  useEffect(() => {
    if (language !== 'zh' || refusal === undefined) return
    void import('../i18n/zh-hans/refusals.ts').then(({ chineseRefusal }) => {
      const text = chineseRefusal(refusal)
      if (text !== undefined) setChinese({ of: refusal, text })
    })
  }, [language, refusal])
  const isChinese = language === 'zh' && refusal !== undefined && chinese?.of === refusal
  return isChinese ? chinese.text : english
}
