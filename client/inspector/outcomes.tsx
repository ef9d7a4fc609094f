import { useTranslation } from 'react-i18next'

import type { Ledger } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { ProbabilityBar } from '../marks/bar.tsx'
import { bitsText } from '../scene/format.ts'

/** One controller, one supply or an imitation, or neither: all as large as each other. Nothing where no goods agree. */
export function Outcomes({ ledger: { probability, supply } }: { readonly ledger: Ledger }) {
  const { t } = useTranslation()
  if (supply === undefined) return null
  const rows = [
    { id: 'outcomeController', probability },
    {
      id: supply.imitation ? 'outcomeImitation' : 'outcomeSupply',
      probability: supply.probability,
    },
    { id: 'outcomeNeither', probability: Math.max(0, 1 - probability - supply.probability) },
  ] as const
  return (
    <>
      <h2 className="sub">{t('link.outcomes')}</h2>
      <ul className="rv">
        {rows.map(({ id, probability: share }) => (
          <li key={id}>
            <b>{t(`link.${id}`)}</b>
            <ProbabilityBar probability={share} />
            <b className="num">{probabilityText(share)}</b>
          </li>
        ))}
      </ul>
      <p className="s2 small" style={{ margin: '2px 0 6px' }}>
        {t(supply.imitation ? 'link.imitationNote' : 'link.supplyNote', {
          bits: bitsText(supply.bits),
        })}
        {supply.stated !== undefined && ` ${t('link.statedDealer')}`}
      </p>
    </>
  )
}
