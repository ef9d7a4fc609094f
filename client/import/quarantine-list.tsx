import { IconDownload, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { QuarantinedRow } from '../../server/contract/uploads.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { IconButton } from '../marks/icon-button.tsx'
import { type QuarantineOf, quarantineQuery, quarantineTable } from './import-queries.ts'
import { reasonText } from './reason-text.ts'

interface QuarantineListProps {
  readonly of: QuarantineOf
  readonly onClose: () => void
}

/** Rows that could not be loaded: where each is, why, what to do, and the row as it was read. */
export function QuarantineList({ of, onClose }: QuarantineListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const answer = useQuery(quarantineQuery(of))
  const { items, total = 0, omitted = 0 } = answer.data ?? {}
  return (
    <section className="quarantine" aria-labelledby="quarantine-title">
      <div className="row section-head">
        <h2 id="quarantine-title">
          {t('imports.quarantineTitle', { file: of.file ?? of.dataset })}
        </h2>
        <span className="bad">{numberText(total, language)}</span>
        <span className="grow" />
        <a className="btn slim" href={quarantineTable(of)} download>
          <IconDownload className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('imports.table')}
        </a>
        <IconButton icon={IconX} label={t('imports.close')} onClick={onClose} slim />
      </div>
      {answer.error !== null && (
        <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isLoading && <Bones rows={4} />}
      {items?.length === 0 && <p className="m changes-none">{t('imports.noneQuarantined')}</p>}
      {items !== undefined && 0 < items.length && <QuarantinedRows items={items} />}
      {0 < omitted && (
        <p className="m changes-rest">
          {t('imports.shown', {
            shown: numberText(total - omitted, language),
            total: numberText(total, language),
          })}
        </p>
      )}
    </section>
  )
}

/** Where each row is, why it could not be loaded, what to do, and the row as it was read. */
export function QuarantinedRows({ items }: { readonly items: readonly QuarantinedRow[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="table-scroll">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('imports.row')}
            </th>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col">{t('imports.field')}</th>
            <th scope="col">{t('imports.value')}</th>
            <th scope="col">{t('imports.reason')}</th>
            <th scope="col">{t('imports.cells')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={`${row.source} ${row.row} ${row.reason}`}>
              <th scope="row" className="num">
                {numberText(row.row, language)}
              </th>
              <td>{row.file}</td>
              <td>{row.field}</td>
              <td className="value">
                {row.value || <span className="m">{t('imports.empty2')}</span>}
              </td>
              <td className="reason">
                <span className="bad">{reasonText(row)}</span>
              </td>
              <td className="cells" title={cellsText(row, '\n')}>
                {cellsText(row, ' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The row as it was read, without what was empty. */
function cellsText({ cells }: QuarantinedRow, between: string): string {
  return Object.entries(cells)
    .map(([column, value]) => [column, Array.isArray(value) ? value.join('|') : value] as const)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => `${column}: ${value}`)
    .join(between)
}
