import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { type BoardAnswer, type LeadState, StepBody } from '../../server/contract/lead-files.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { type Bar, type FigureRow, figureRows } from './figure-rows.ts'
import { leadBoardQuery } from './lead-queries.ts'
import { StateChip } from './state-chip.tsx'

const columns = ['leads', 'suspects', 'sites'] as const

/** What came of all leads by year beside a published reference, and where they stand. */
export function Figures() {
  const board = useQuery(leadBoardQuery)
  return (
    <div className="page-body figures">
      {board.error !== null && (
        <FailureNote error={board.error} onRetry={() => void board.refetch()} />
      )}
      {board.isLoading && <Bones rows={8} />}
      {board.data !== undefined && (
        <>
          <Years board={board.data} />
          <States states={board.data.states} />
        </>
      )}
    </div>
  )
}

function Years({ board: { years, reference } }: { readonly board: BoardAnswer }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="figures-years">
      <h2 id="figures-years">{t('leads.years')}</h2>
      <p className="s2">{t(years.length === 0 ? 'leads.noYears' : 'leads.yearsNote')}</p>
      <div className="table-scroll">
        <table className="plain figures-table">
          <thead>
            <tr>
              <th scope="col">{t('leads.year')}</th>
              <th scope="col">{t('leads.list')}</th>
              <th scope="col">{t('leads.suspects')}</th>
              <th scope="col">{t('leads.sites')}</th>
              <th scope="col">{t('leads.value')}</th>
            </tr>
          </thead>
          <tbody>
            {figureRows(years).map((row) => (
              <YearRow key={row.year} row={row} />
            ))}
          </tbody>
          <tfoot>
            <Reference reference={reference} />
          </tfoot>
        </table>
      </div>
      <p className="m small">
        {t('leads.referenceNote', { year: reference.year })}{' '}
        {t('leads.referenceSource', { source: reference.source })}
      </p>
    </section>
  )
}

function YearRow({ row }: { readonly row: FigureRow }) {
  return (
    <tr>
      <th scope="row">{row.year}</th>
      {columns.map((column) => (
        <td key={column}>
          <Figure bar={row[column]} />
        </td>
      ))}
      <td>
        {row.value.length === 0 && <Figure bar={{ amount: 0, share: 0 }} />}
        {row.value.map(({ currency, ...bar }) => (
          <Figure key={currency} bar={bar} unit={currency} />
        ))}
      </td>
    </tr>
  )
}

/** Numbers without bars: next to those of a whole platform, no bar of a store could be seen. */
function Reference({ reference }: { readonly reference: BoardAnswer['reference'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">{t('leads.reference', { year: reference.year })}</th>
      {columns.map((column) => (
        <td key={column}>{numberText(reference[column], language)}</td>
      ))}
      <td>
        {Object.entries(reference.value).map(([currency, amount]) => (
          <div key={currency}>
            {currency} {numberText(amount, language)}
          </div>
        ))}
      </td>
    </tr>
  )
}

function Figure({ bar, unit }: { readonly bar: Bar; readonly unit?: string }) {
  const number = numberText(bar.amount, useLanguage())
  return (
    <div className="figure">
      <span>{unit === undefined ? number : `${unit} ${number}`}</span>
      <span className="bar" aria-hidden="true">
        <i style={{ width: `${bar.share * 100}%` }} />
      </span>
    </div>
  )
}

function States({ states }: { readonly states: BoardAnswer['states'] }) {
  const { t } = useTranslation()
  const counts = StepBody.shape.to.options.flatMap((state): [LeadState, number][] => {
    const count = states[state] ?? 0
    return count === 0 ? [] : [[state, count]]
  })
  if (counts.length === 0) return null
  const most = Math.max(...counts.map(([, count]) => count))
  return (
    <section aria-labelledby="figures-states">
      <h2 id="figures-states">{t('leads.states')}</h2>
      <p className="s2">{t('leads.statesNote')}</p>
      <table className="plain figures-states">
        <thead>
          <tr>
            <th scope="col">{t('leads.filter')}</th>
            <th scope="col">{t('leads.list')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(([state, count]) => (
            <tr key={state}>
              <th scope="row">
                <StateChip state={state} />
              </th>
              <td>
                <Figure bar={{ amount: count, share: count / most }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
