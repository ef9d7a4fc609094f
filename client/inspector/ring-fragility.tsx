import { useTranslation } from 'react-i18next'

import type { RestingFact, Ring } from '../../server/contract/ring.ts'
import { referenceText } from '../scene/format.ts'

/** The fewest facts without which the ring falls apart. */
export function RingFragility({ ring: { fragility } }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  if (fragility === undefined) return null
  const { facts, apart, atLeast } = fragility
  const shops = apart.map(referenceText).join(t('shell.comma'))
  return (
    <>
      <h2 className="sub">
        {t('ring.fragility')} <span className="m">{facts.length}</span>
      </h2>
      <p className="m">{t('ring.fragilityNote', { shops })}</p>
      {atLeast < facts.length && (
        <p className="m">{t('ring.fragilityBound', { count: atLeast })}</p>
      )}
      <ul className="lines">
        {facts.map((own) => (
          <Fact key={JSON.stringify(own)} fact={own} />
        ))}
      </ul>
    </>
  )
}

function Fact({ fact: { fact, channel, literal, shops } }: { readonly fact: RestingFact }) {
  const { t } = useTranslation()
  const ofPair = fact === 'decision' ? t('ring.decisionOf') : t('ring.likeness')
  return (
    <li>
      <p className="row">
        <span className="clip">{fact === 'value' ? literal : ofPair}</span>
        <span className="grow" />
        {channel !== undefined && <span className="chip">{t(`channels.${channel}`)}</span>}
      </p>
      <p className="s2 small">{shops.map(referenceText).join(t('shell.comma'))}</p>
    </li>
  )
}
