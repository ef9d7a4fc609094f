import { useTranslation } from 'react-i18next'

import type { Rescored } from '../../server/contract/runs.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { openChangedThings } from './open-change.ts'
import { type Names, nameOf, ShopName } from './shop-names.tsx'

interface RescoredListProps {
  readonly rescored: readonly Rescored[]
  readonly names: Names
}

/** Links that stood on a value which counts for nothing since: what they were, and what they are without it. */
export function RescoredList({ rescored, names }: RescoredListProps) {
  const { t } = useTranslation()
  if (rescored.length === 0) return <p className="m changes-none">{t('changes.noRescored')}</p>
  return (
    <>
      <p className="s2 changes-sum">{t('changes.genericAbout')}</p>
      <div className="table-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('changes.value')}</th>
              <th scope="col">{t('changes.since2')}</th>
              <th scope="col">{t('changes.link')}</th>
              <th scope="col">{t('changes.kind')}</th>
              <th scope="col">{t('changes.was')}</th>
              <th scope="col">{t('changes.is')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('changes.openPair')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rescored.map(({ value, since, from, to, kind, before, after }) => (
              <tr key={`${value} ${from} ${kind} ${to}`}>
                <th scope="row">{nameOf(names, value)}</th>
                <td className="nowrap">{since ?? t('changes.undated')}</td>
                <td>
                  <ShopName shop={from} names={names} /> → <ShopName shop={to} names={names} />
                </td>
                <td>{t(`linkKinds.${kind}`)}</td>
                <td className="nowrap">{probabilityText(before)}</td>
                <td className="nowrap">
                  {after === undefined ? (
                    <span className="m">{t('changes.gone')}</span>
                  ) : (
                    probabilityText(after)
                  )}
                </td>
                <td>
                  <button
                    type="button"
                    className="cite"
                    onClick={() => void openChangedThings([value, from, to])}
                  >
                    {t('changes.openPair')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
