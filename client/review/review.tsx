import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ReviewAnswer } from '../../server/contract/desk.ts'
import type { Verdict } from '../../server/contract/work.ts'
import { call } from '../api/call.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { notifyFailure } from '../shell/notify.ts'
import { isTyping } from '../shell/typing.ts'
import { ReviewForm } from './review-form.tsx'
import { reviewQuery } from './review-queries.ts'
import { ReviewTable } from './review-table.tsx'
import './review.css'

const keys: Readonly<Record<string, Verdict>> = { a: 'same', d: 'different', u: 'unsure' }

/** One pair after the other: what the records say of both, a verdict with its reason, and how far each group is. */
export function Review() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [stratum, setStratum] = useState<string>()
  const [verdict, setVerdict] = useState<Verdict>()
  const [last, setLast] = useState<string>()
  const answer = useQuery(reviewQuery(stratum))
  const pair = answer.data?.pair
  useVerdictKeys(pair !== undefined && verdict === undefined, setVerdict)
  const again = async () => {
    setVerdict(undefined)
    await queries.invalidateQueries({ queryKey: ['review'] })
    await queries.invalidateQueries({ queryKey: ['decisions'] })
  }
  const save = async (said: { verdict: Verdict; because: string; by: string }) => {
    if (pair === undefined) return
    try {
      const { a, b } = pair
      const ends = { a: a.node.key, b: b.node.key }
      const decision = await call('decide', { body: { ...ends, ...said, basis: 'blind' } })
      usePreferences.setState({ author: said.by })
      setLast(decision.id)
      await again()
    } catch (error) {
      notifyFailure(error)
    }
  }
  const takeBack = async (id: string) => {
    try {
      await call('retract', { params: { id } })
      setLast(undefined)
      await again()
    } catch (error) {
      notifyFailure(error)
    }
  }
  if (answer.error !== null)
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <Bones rows={12} />
  return (
    <div className="review">
      <p className="s2">{t('review.about')}</p>
      <Strata answer={answer.data} chosen={stratum} onChoose={setStratum} />
      {pair === undefined ? (
        <p className="m" role="status">
          {t('review.done')}
        </p>
      ) : (
        <ReviewTable a={pair.a} b={pair.b} />
      )}
      <div className="review-foot">
        {pair !== undefined && (
          <ReviewForm
            key={`${pair.a.node.key} ${pair.b.node.key} ${verdict}`}
            verdict={verdict}
            onVerdict={setVerdict}
            onSave={save}
          />
        )}
        {last !== undefined && verdict === undefined && (
          <button type="button" className="cite" onClick={() => void takeBack(last)}>
            {t('review.back')}
          </button>
        )}
      </div>
    </div>
  )
}

interface StrataProps {
  readonly answer: ReviewAnswer
  readonly chosen: string | undefined
  readonly onChoose: (stratum: string | undefined) => void
}

/** How far each group is; a press stays within one, another press goes over all again. */
function Strata({ answer: { strata, wanted }, chosen, onChoose }: StrataProps) {
  const { t } = useTranslation()
  const reviewed = strata.reduce((sum, { decided }) => sum + decided, 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for.
    <div className="review-strata" role="group" aria-label={t('review.title')}>
      <span className="chip line" role="status">
        {t('review.progressAll', { decided: reviewed, wanted })}
      </span>
      {strata.map(({ stratum, decided }) => (
        <button
          key={stratum}
          type="button"
          className="btn slim"
          aria-pressed={stratum === chosen}
          onClick={() => onChoose(stratum === chosen ? undefined : stratum)}
        >
          {t('review.progress', { stratum, decided })}
        </button>
      ))}
    </div>
  )
}

/** A, D and U open the form for the reason; off while anything is typed in. */
function useVerdictKeys(active: boolean, onVerdict: (verdict: Verdict) => void): void {
  useEffect(() => {
    if (!active) return
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || isTyping(event.target)) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const verdict = keys[event.key.toLowerCase()]
      if (verdict === undefined) return
      event.preventDefault()
      onVerdict(verdict)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [active, onVerdict])
}
