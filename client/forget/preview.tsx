import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ForgetPreview } from '../../server/contract/uploads.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useRefusalText } from '../leads/use-sentence.ts'

/** Exactly what would be erased, by kind and dataset, and what speaks of it and stays. */
export function Preview({ preview }: { readonly preview: ForgetPreview }) {
  const { t } = useTranslation()
  const { what, asked, name, versions, records, datasets, nodes, edges, nodesKept, mentions } =
    preview
  const leaves = [
    ...entries(nodes).map(([kind, count]) => [t(`kindsMany.${kind}`), count] as const),
    ...entries(edges).map(
      ([type, count]) => [t('forget.relation', { type: t(`edgesOut.${type}`) }), count] as const,
    ),
  ]
  return (
    <>
      <h2 id="forget-looked">
        {name ?? asked} {name !== undefined && <code className="s2">{asked}</code>}
      </h2>
      <Refused refusal={preview.refusal} />
      <div className="forget-columns">
        <Column title={t('forget.erased')} total={versions}>
          <Counts rows={entries(records).map(([kind, count]) => [t(`records.${kind}`), count])} />
          <Counts
            rows={datasets.map(({ dataset, versions: own }) => [
              t('forget.ofDataset', { dataset }),
              own,
            ])}
          />
        </Column>
        <Column title={t('forget.leaves')}>
          {leaves.length === 0 ? (
            <p className="m">
              {t(what === 'dataset' ? 'forget.leavesAlone' : 'forget.leavesNone')}
            </p>
          ) : (
            <Counts rows={leaves} />
          )}
          {0 < nodesKept && <p className="m small">{t('forget.kept', { count: nodesKept })}</p>}
        </Column>
        <Column title={t('forget.stays')}>
          <Counts
            rows={entries(mentions).map(([one, count]) => [t(`forgetStays.${one}`), count])}
          />
          <p className="m small">{t('forget.staysNote')}</p>
        </Column>
      </div>
    </>
  )
}

function Refused({ refusal }: Pick<ForgetPreview, 'refusal'>) {
  const { t } = useTranslation()
  const why = useRefusalText(refusal?.coded, refusal?.detail ?? '')
  if (refusal === undefined) return null
  return (
    <div className="notice" role="alert">
      <IconAlertTriangle className="i" size={14} stroke={1.75} aria-hidden="true" />
      <span>
        <b>{t('forget.cannot')}</b>
        <br />
        {why}
      </span>
    </div>
  )
}

interface ColumnProps {
  readonly title: string
  readonly total?: number
  readonly children: ReactNode
}

function Column({ title, total, children }: ColumnProps) {
  const language = useLanguage()
  return (
    <section>
      <h3 className="sub">
        {title} {total !== undefined && <span className="m">{numberText(total, language)}</span>}
      </h3>
      {children}
    </section>
  )
}

function Counts({ rows }: { readonly rows: readonly (readonly [string, number])[] }) {
  const language = useLanguage()
  return (
    <ul className="lines">
      {rows.map(([label, count]) => (
        <li key={label} className="row">
          <span className="grow clip" title={label}>
            {label}
          </span>
          <b className="num">{numberText(count, language)}</b>
        </li>
      ))}
    </ul>
  )
}

function entries<Kind extends string>(counts: Partial<Record<Kind, number>>): [Kind, number][] {
  return Object.entries(counts) as [Kind, number][]
}
