import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Enabler, type EnablerKind, enablerKinds } from '../../server/contract/supply.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import type { TargetColumn } from './sorted.ts'
import { TargetTable } from './target-table.tsx'
import { enablersQuery } from './targets-queries.ts'

/** What very many shops share, against how many of them were closed for counterfeit. */
export function Enablers() {
  const { t } = useTranslation()
  const [kind, setKind] = useState<EnablerKind>()
  const columns = useColumns()
  const answer = useQuery(enablersQuery)
  if (answer.error !== null)
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <Waiting />
  const { items } = answer.data
  if (items.length === 0) return <Nothing />
  const wanted = kind === undefined ? items : items.filter((own) => own.kind === kind)
  return (
    <>
      <p className="s2">{t('targets.enablersAbout')}</p>
      <Kinds items={items} kind={kind} onKind={setKind} />
      <TargetTable
        key={kind ?? ''}
        caption={t('targets.enablers')}
        file="enablers.csv"
        items={wanted}
        columns={columns}
        isThing={({ kind: own }) => own !== 'picture_pack'}
      />
    </>
  )
}

function useColumns(): readonly TargetColumn<Enabler>[] {
  const { t } = useTranslation()
  const times = (value: number) => `${value.toFixed(2)} ×`
  return [
    { id: 'name', label: t('targets.name'), value: ({ name }) => name },
    {
      id: 'kind',
      label: t('targets.kind'),
      value: ({ kind }) => kind,
      text: ({ kind }) => t(`enablerKinds.${kind}`),
    },
    { id: 'shops', label: t('targets.shops'), value: ({ shops }) => shops },
    {
      id: 'counterfeit',
      label: t('targets.counterfeit'),
      note: t('targets.counterfeitNote'),
      value: ({ counterfeit }) => counterfeit,
    },
    {
      id: 'expected',
      label: t('targets.expected'),
      note: t('targets.expectedNote'),
      value: ({ expected }) => expected,
      text: ({ expected }) => expected.toFixed(1),
    },
    {
      id: 'lift',
      label: t('targets.lift'),
      note: t('targets.liftNote'),
      value: ({ lift }) => lift,
      text: ({ lift }) => times(lift),
    },
    {
      id: 'low',
      label: t('targets.low'),
      note: t('targets.interval'),
      value: ({ low }) => low,
      text: ({ low }) => times(low),
    },
    {
      id: 'high',
      label: t('targets.high'),
      note: t('targets.interval'),
      value: ({ high }) => high,
      text: ({ high }) => times(high),
    },
  ]
}

interface KindsProps {
  readonly items: readonly Enabler[]
  readonly kind: EnablerKind | undefined
  readonly onKind: (kind: EnablerKind | undefined) => void
}

/** One kind at a time, each with its count; kinds that there are none of are left out. */
function Kinds({ items, kind, onKind }: KindsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const count = (own: EnablerKind) => items.filter((item) => item.kind === own).length
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for.
    <div className="change-filter" role="group" aria-label={t('targets.kind')}>
      <div className="seg">
        <button type="button" aria-pressed={kind === undefined} onClick={() => onKind(undefined)}>
          {t('changes.all')} <span className="m">{numberText(items.length, language)}</span>
        </button>
        {enablerKinds
          .filter((own) => 0 < count(own))
          .map((own) => (
            <button key={own} type="button" aria-pressed={kind === own} onClick={() => onKind(own)}>
              {t(`enablerKinds.${own}`)}{' '}
              <span className="m">{numberText(count(own), language)}</span>
            </button>
          ))}
      </div>
    </div>
  )
}

function Nothing() {
  const { t } = useTranslation()
  return (
    <div className="blank page-blank">
      <h2>{t('targets.noEnablers')}</h2>
      <p>{t('targets.noEnablersNote')}</p>
    </div>
  )
}

function Waiting() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('shell.loading')}>
      <Bones rows={8} />
    </div>
  )
}
