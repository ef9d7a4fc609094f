import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { FilePreview } from '../../server/contract/uploads.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useFieldName } from './field-name.ts'
import { QuarantinedRows } from './quarantine-list.tsx'

/** What would come of the first rows of a file: how many would be accepted, those that would not with their reasons, and some of those that would. */
export function PreviewView({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { file, rows, accepted, quarantined, refusedFields, more, unusedColumns } = preview
  const number = (value: number) => numberText(value, language)
  const none = accepted === 0
  return (
    <section className="file-mapping" aria-label={file}>
      <h3 className="clip">{file}</h3>
      <p className="row wrap">
        {none ? (
          <IconAlertTriangle className="i bad" size={14} stroke={2} aria-hidden="true" />
        ) : (
          <IconCheck className="i ok" size={14} stroke={2} aria-hidden="true" />
        )}
        <span>
          {t('imports.sum', {
            accepted: number(accepted),
            quarantined: number(quarantined),
            rows: number(rows),
          })}
        </span>
        {more && <span className="m">{t('mapping.more')}</span>}
        {0 < refusedFields && (
          <span className="m">{t('mapping.refused', { count: refusedFields })}</span>
        )}
      </p>
      {none && (
        <p className="notice">{t(rows === 0 ? 'mapping.noRows' : 'mapping.noneAccepted')}</p>
      )}
      {0 < unusedColumns.length && (
        <p className="m">{t('mapping.unused', { columns: unusedColumns.join(', ') })}</p>
      )}
      {0 < quarantined && (
        <>
          <h4>
            {t('mapping.quarantined', { shown: shownOf(preview.quarantinedRows, quarantined) })}
          </h4>
          <QuarantinedRows items={preview.quarantinedRows} />
        </>
      )}
      {0 < accepted && (
        <>
          <h4>{t('mapping.accepted', { shown: shownOf(preview.acceptedRows, accepted) })}</h4>
          <AcceptedRows preview={preview} />
        </>
      )}
    </section>
  )
}

function shownOf(items: readonly unknown[], total: number): string {
  return items.length === total ? `${total}` : `${items.length} / ${total}`
}

function AcceptedRows({ preview: { acceptedRows } }: { readonly preview: FilePreview }) {
  const { t } = useTranslation()
  const name = useFieldName()
  const fields = [...new Set(acceptedRows.flatMap((row) => Object.keys(row.fields)))]
  return (
    <div className="table-scroll">
      <table className="plain accepted">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('imports.row')}
            </th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {name(field)}
              </th>
            ))}
            <th scope="col">{t('imports.refused')}</th>
          </tr>
        </thead>
        <tbody>
          {acceptedRows.map(({ row, fields: values, refused }) => (
            <tr key={row}>
              <th scope="row" className="num">
                {row}
              </th>
              {fields.map((field) => (
                <td key={field} className="clip">
                  {[values[field] ?? []].flat().join(' | ')}
                </td>
              ))}
              <td className="bad clip">
                {refused.map(({ field, value }) => `${field}: ${value}`).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
