import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { FailureNote } from '../marks/failure-note.tsx'
import { momentText } from '../scene/format.ts'
import { forgettingsQuery } from './forget-queries.ts'

/** That things were forgotten, when, by whom and why; never what. */
export function Forgettings() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error, refetch } = useQuery(forgettingsQuery)
  if (error !== null) return <FailureNote error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  return (
    <section aria-labelledby="forgettings">
      <h2 id="forgettings">{t('forget.list')}</h2>
      {data.length === 0 ? (
        <p className="m">{t('forget.listNone')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain">
            <caption className="visually-hidden">{t('forget.list')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('forget.at')}</th>
                <th scope="col">{t('forget.ofWhat')}</th>
                <th scope="col" className="num">
                  {t('forget.versions')}
                </th>
                <th scope="col">{t('forget.reason')}</th>
                <th scope="col">{t('forget.becauseShort')}</th>
                <th scope="col">{t('forget.byShort')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ id, body: { at, what, versions, reason, because, by } }) => (
                <tr key={id}>
                  <th scope="row" className="nowrap">
                    {momentText(at)}
                  </th>
                  <td className="nowrap">{t(`forgetWhat.${what}`)}</td>
                  <td className="num">
                    {versions === undefined ? t('forget.broken') : numberText(versions, language)}
                  </td>
                  <td className="nowrap">{t(`forgetReasons.${reason}`)}</td>
                  <td>{because}</td>
                  <td>{by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
