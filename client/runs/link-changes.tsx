import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { ChangesAnswer, LinkChange } from '../../server/contract/runs.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { ProbabilityBar } from '../marks/bar.tsx'
import { linkId } from '../scene/scene.ts'
import { openChangedRing, openChangedThings } from './open-change.ts'
import { type Names, ShopName } from './shop-names.tsx'

interface LinkChangesProps {
  readonly links: ChangesAnswer['links']
  readonly names: Names
  readonly latest: boolean
}

/** Links that one of the two runs has and the other has not, the surest first. */
export function LinkChanges({ links, names, latest }: LinkChangesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { gained, lost, kept, items } = links
  const counts = t('changes.linksCount', {
    gained: numberText(gained, language),
    lost: numberText(lost, language),
    kept: numberText(kept, language),
  })
  return (
    <>
      <p className="s2 changes-sum">{items.length === 0 ? t('changes.noLinks') : counts}</p>
      {0 < items.length && (
        <div className="table-scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('changes.change')}</th>
                <th scope="col">{t('changes.from')}</th>
                <th scope="col">{t('changes.to')}</th>
                <th scope="col">{t('changes.kind')}</th>
                <th scope="col">{t('changes.probability')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('changes.openPair')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((link) => (
                <Row
                  key={`${link.change} ${link.from} ${link.kind} ${link.to}`}
                  link={link}
                  names={names}
                  latest={latest}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

interface RowProps {
  readonly link: LinkChange
  readonly names: Names
  readonly latest: boolean
}

function Row({ link, names, latest }: RowProps) {
  const { t } = useTranslation()
  const { change, from, to, kind, probability, ring } = link
  const Icon = change === 'gained' ? IconPlus : IconMinus
  const open = () =>
    latest && ring !== undefined && change === 'gained'
      ? openChangedRing(ring, { kind: 'link', id: linkId(link) })
      : openChangedThings([from, to])
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Icon className="i" size={14} stroke={1.75} aria-hidden="true" /> {t(`changes.${change}`)}
      </th>
      <td>
        <ShopName shop={from} names={names} />
      </td>
      <td>
        <ShopName shop={to} names={names} />
      </td>
      <td>{t(`linkKinds.${kind}`)}</td>
      <td className="nowrap probability">
        <ProbabilityBar probability={probability} /> {probabilityText(probability)}
      </td>
      <td>
        <button type="button" className="cite" onClick={() => void open()}>
          {t('changes.openPair')}
        </button>
      </td>
    </tr>
  )
}
