import { useTranslation } from 'react-i18next'

import type { Attribution } from '../../server/contract/ring.ts'
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
  return (
    <ul className="lines">
      {attributions.map((attribution) => (
        <li key={attribution.target}>
          <button type="button" className="pick" onClick={() => void showFactory(attribution)}>
            <span className="m">{attribution.rank}</span>
            <KindDot kind={attribution.kind} />
            <b className="nm clip">{attribution.name}</b>
            <span className="grow" />
            {attribution.hub && <span className="chip line">{t('ring.hub')}</span>}
          </button>
          <AttributionFacts attribution={attribution} />
        </li>
      ))}
    </ul>
  )
}
