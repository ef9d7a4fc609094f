import { useTranslation } from 'react-i18next'

import type { Source } from '../../server/contract/uploads.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { momentText } from '../scene/format.ts'
import type { QuarantineOf } from './import-queries.ts'
import { reasonsText } from './reason-text.ts'

interface LoadedTableProps {
  readonly sources: readonly Source[]
  readonly shown: QuarantineOf | undefined
  readonly onRows: (of: QuarantineOf) => void
}

/** What is loaded, dataset by dataset and file by file. Accepted and quarantined add up to rows, always. */
export function LoadedTable({ sources, shown, onRows }: LoadedTableProps) {
  const { t } = useTranslation()
  const datasets = [...new Set(sources.map(({ dataset }) => dataset))]
  return (
    <div className="table-scroll">
      <table className="plain loaded">
        <caption className="visually-hidden">{t('imports.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col">{t('imports.kind')}</th>
            <th scope="col" className="num">
              {t('imports.rows')}
            </th>
            <th scope="col" className="num">
              {t('imports.accepted')}
            </th>
            <th scope="col" className="num">
              {t('imports.quarantined')}
            </th>
            <th scope="col" className="num" title={t('imports.refusedNote')}>
              {t('imports.refused')}
            </th>
            <th scope="col">{t('imports.asOf')}</th>
            <th scope="col">{t('imports.at')}</th>
          </tr>
        </thead>
        {datasets.map((dataset) => (
          <Dataset
            key={dataset}
            sources={sources.filter((source) => source.dataset === dataset)}
            shown={shown}
            onRows={onRows}
          />
        ))}
      </table>
    </div>
  )
}

/** The files of one dataset under its name. */
function Dataset({ sources, shown, onRows }: LoadedTableProps) {
  const { t } = useTranslation()
  const [first] = sources
  if (first === undefined) return null
  const { dataset, origin, licence } = first
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={8}>
          {dataset} <span className="m">{t('imports.origin', { origin, licence })}</span>
        </th>
      </tr>
      {sources.map((source) => (
        <Row key={source.id} source={source} shown={shown} onRows={onRows} />
      ))}
    </tbody>
  )
}

interface RowProps extends Omit<LoadedTableProps, 'sources'> {
  readonly source: Source
}

function Row({ source, shown, onRows }: RowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { dataset, file, kind, report, asOf, loadedAt } = source
  const { rows, accepted, quarantined, refusedFields } = report
  const open = shown?.dataset === dataset && shown.file === file
  const count = numberText(quarantined, language)
  return (
    <tr className={open ? 'on' : undefined}>
      <th scope="row" title={source.sha256}>
        {file}
      </th>
      <td>{t(`records.${kind}`)}</td>
      <td className="num">{numberText(rows, language)}</td>
      <td className="num">{numberText(accepted, language)}</td>
      <td className="num">
        {quarantined === 0 ? (
          <span className="m">0</span>
        ) : (
          <button
            type="button"
            className="cite bad"
            aria-label={t('imports.showRows', { rows: count, file })}
            title={reasonsText(report.quarantinedBy)}
            onClick={() => onRows({ dataset, file })}
          >
            {count}
          </button>
        )}
      </td>
      <td className="num" title={reasonsText(report.refusedBy)}>
        {refusedFields === 0 ? <span className="m">0</span> : numberText(refusedFields, language)}
      </td>
      <td className="nowrap">{asOf}</td>
      <td className="nowrap">{momentText(loadedAt)}</td>
    </tr>
  )
}
