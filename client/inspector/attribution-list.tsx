import { useTranslation } from 'react-i18next'

import type { Attribution } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { showFactory } from '../commands/show-factory.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { AttributionFacts } from './attribution-facts.tsx'

/** Factories and places that the ring's goods may come from, by rank. */
export function AttributionList({
  attributions,
}: {
  readonly attributions: readonly Attribution[]
}) {
  const { t } = useTranslation()
  if (attributions.length === 0) return <p className="m">{t('ring.noFactories')}</p>
  const told = attributions.flatMap(({ probability }) => probability ?? [])
  const unknown = 1 - told.reduce((sum, own) => sum + own, 0)
  return (
    <ul className="lines">
      {attributions.map((attribution) => (
        <li key={attribution.target}>
          <button type="button" className="pick" onClick={() => void showFactory(attribution)}>
            <span className="m">{attribution.rank}</span>
            <KindDot kind={attribution.kind} />
            <b className="nm clip">{attribution.name}</b>
            <span className="grow" />
            {attribution.probability !== undefined && (
              <span className="m num">{probabilityText(attribution.probability)}</span>
            )}
            {attribution.hub && <span className="chip line">{t('ring.hub')}</span>}
          </button>
          <AttributionFacts attribution={attribution} />
        </li>
      ))}
      {told.length > 0 && (
        <li className="m">
          {t('ring.unknownFactory', { probability: probabilityText(Math.max(0, unknown)) })}
        </li>
      )}
    </ul>
  )
}
