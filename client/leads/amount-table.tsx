import { useTranslation } from 'react-i18next'

import type { LeadRightsAnswer } from '../../server/contract/outlook-routes.ts'

const bounds = ['low', 'likely', 'high', 'cost'] as const

/** What each shop took in, by right and period, and the total of each currency. */
export function AmountTable({ answer }: { readonly answer: LeadRightsAnswer }) {
  const { t } = useTranslation()
  const { amounts, rights, names } = answer
  const marks = new Map(rights.map(({ id, mark, number }) => [id, mark ?? number]))
  const text = (amount: string | null) => (amount === null ? t('outlook.unknown') : grouped(amount))
  return (
    <>
      <p className="s2">{t('outlook.basis')}</p>
      <div className="lead-amounts">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('outlook.shop')}</th>
              <th scope="col">{t('outlook.period')}</th>
              <th scope="col">{t('outlook.currency')}</th>
              {bounds.map((bound) => (
                <th scope="col" key={bound} className="number">
                  {t(`outlook.${bound}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {amounts.rows.map((row) => (
              <tr key={[row.shop, row.period, row.currency, ...row.rights].join(' ')}>
                <th scope="row">
                  {names[row.shop] ?? row.shop}
                  {row.authorised !== 'none' && (
                    <span className="s2"> {t(`rightCoverage.${row.authorised}`)}</span>
                  )}
                </th>
                <td>
                  {row.period}
                  <span className="s2">
                    {' '}
                    {row.rights.map((id) => marks.get(id) ?? id).join(' + ')}
                  </span>
                </td>
                <td>{row.currency ?? t('outlook.unknown')}</td>
                {bounds.map((bound) => (
                  <td key={bound} className="number">
                    {text(row[bound])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            {amounts.totals.map((total) => (
              <tr key={total.currency}>
                <th scope="row">{t('outlook.total')}</th>
                <td />
                <td>{total.currency}</td>
                {bounds.map((bound) => (
                  <td key={bound} className="number">
                    {text(total[bound])}
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
      {0 < amounts.silent.length && (
        <p className="m">{t('outlook.silent', { count: amounts.silent.length })}</p>
      )}
      {0 < amounts.unread && <p className="m">{t('outlook.unread', { count: amounts.unread })}</p>}
    </>
  )
}

/** In threes: `1,234,567.80`. */
export function grouped(amount: string): string {
  const [whole = '', part = ''] = amount.split('.')
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${part}`
}
