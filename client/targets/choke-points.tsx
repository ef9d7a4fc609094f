import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ChokePoints as Answer, ChokePoint } from '../../server/contract/supply.ts'
import { failureOf } from '../api/problem-error.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { openPage } from '../shell/page.ts'
import type { TargetColumn } from './sorted.ts'
import { TargetTable } from './target-table.tsx'
import { chokePointsQuery } from './targets-queries.ts'

const choices = [5, 10, 20, 50, 100]
const firstActions = 10

/** Which few accounts, origins, factories and sellers to act on to remove most harm. */
export function ChokePoints() {
  const { t } = useTranslation()
  const [actions, setActions] = useState(firstActions)
  const columns = useColumns()
  const answer = useQuery(chokePointsQuery(actions))
  if (answer.error !== null && failureOf(answer.error).code === 'run-missing') return <NoRun />
  if (answer.error !== null)
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) {
    return (
      <div role="status" aria-label={t('shell.loading')}>
        <Bones rows={8} />
      </div>
    )
  }
  return (
    <>
      <p className="s2">{t('targets.chokeAbout')}</p>
      <p className="row">
        <label className="row s2">
          {t('targets.actions')}
          <select
            className="field"
            value={actions}
            onChange={({ target }) => setActions(Number(target.value))}
          >
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
        <Removed answer={answer.data} />
      </p>
      {answer.data.actions.length === 0 ? (
        <div className="blank page-blank">
          <h2>{t('targets.noChoke')}</h2>
          <p>{t('targets.noChokeNote')}</p>
        </div>
      ) : (
        <TargetTable
          caption={t('targets.chokePoints')}
          file="choke-points.csv"
          items={answer.data.actions}
          columns={columns}
          isThing={() => true}
        />
      )}
    </>
  )
}

/** How much of all harm these remove, and how much any as many could at most. */
function Removed({ answer: { actions, harm, removed, bound } }: { readonly answer: Answer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (harm === 0 || actions.length === 0) return null
  const share = (part: number) => `${Math.round((100 * part) / harm)} %`
  return (
    <span role="status">
      <b>{t('targets.removes', { count: actions.length, share: share(removed) })}</b>{' '}
      <span className="m">
        {t('targets.bound', {
          share: share(Math.min(harm, removed / bound)),
          harm: numberText(Math.round(harm), language),
        })}
      </span>
    </span>
  )
}

function useColumns(): readonly TargetColumn<ChokePoint>[] {
  const { t } = useTranslation()
  return [
    { id: 'name', label: t('targets.name'), value: ({ name }) => name },
    {
      id: 'kind',
      label: t('targets.kind'),
      value: ({ kind }) => kind,
      text: ({ kind }) => t(`kinds.${kind}`),
    },
    { id: 'rank', label: t('targets.rank'), value: ({ rank }) => rank },
    {
      id: 'removed',
      label: t('targets.removed'),
      note: t('targets.removedNote'),
      value: ({ removed }) => removed,
      text: ({ removed }) => removed.toFixed(1),
    },
    { id: 'rings', label: t('targets.rings'), value: ({ rings }) => rings },
    { id: 'shops', label: t('targets.shops'), value: ({ shops }) => shops },
    {
      id: 'bystanders',
      label: t('targets.bystanders'),
      note: t('targets.bystandersNote'),
      value: ({ bystanders }) => bystanders,
    },
    {
      id: 'replaceable',
      label: t('targets.replaceable'),
      note: t('targets.replaceableNote'),
      value: ({ replaceable }) => replaceable,
      text: ({ replaceable }) => `${Math.round(100 * replaceable)} %`,
    },
  ]
}

function NoRun() {
  const { t } = useTranslation()
  return (
    <div className="blank page-blank">
      <h2>{t('targets.noRun')}</h2>
      <p>{t('targets.noRunNote')}</p>
      <button type="button" className="btn primary" onClick={() => openPage('runs')}>
        {t('targets.toRuns')}
      </button>
    </div>
  )
}
