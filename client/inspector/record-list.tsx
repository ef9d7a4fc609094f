import { useTranslation } from 'react-i18next'

import type { SourceRecord } from '../../server/contract/graph.ts'

interface RecordListProps {
  readonly records: readonly SourceRecord[]
  /** Numbers that sentences cite, by hash; records without one are not numbered. */
  readonly numbers?: ReadonlyMap<string, number>
  /** Hashes that the reader came for. */
  readonly lit?: ReadonlySet<string>
}

/** Rows of sources as they arrived: file and row, every field as typed, and what was refused. */
export function RecordList({ records, numbers, lit }: RecordListProps) {
  const { t } = useTranslation()
  if (records.length === 0) return <p className="m">{t('node.noRecords')}</p>
  return (
    <ul>
      {records.map((record) => (
        <li
          key={record.hash}
          id={recordId(record.hash)}
          className="record"
          data-lit={lit?.has(record.hash) === true}
        >
          <p className="row">
            {numbers?.has(record.hash) === true && (
              <b className="cite">[{numbers.get(record.hash)}]</b>
            )}
            <b>{t(`records.${record.kind}`)}</b>
            <span className="s2 clip" title={`${record.dataset}/${record.file}`}>
              {record.file}
            </span>
            <span className="grow" />
            <span className="m nowrap">{t('node.row', { row: record.row })}</span>
          </p>
          <dl className="facts">
            {Object.entries(record.fields).map(([field, value]) => (
              <Field
                key={field}
                name={field}
                value={Array.isArray(value) ? value.join(' | ') : value}
              />
            ))}
          </dl>
          {record.refused.length > 0 && (
            <p className="warn small">
              {t('node.refused')}:{' '}
              {record.refused
                .map(({ field, value, reason }) => `${field} “${value}” (${reason})`)
                .join('; ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The place of a record in the page, so that a citation can lead there. */
export function recordId(hash: string): string {
  return `record-${hash}`
}

function Field({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
