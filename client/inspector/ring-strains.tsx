import { useTranslation } from 'react-i18next'

import type { Ring } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { referenceText } from '../scene/format.ts'

/** Decisions about shops of the ring that the evidence by itself speaks against. */
export function RingStrains({ ring: { strains } }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  if (strains === undefined) return null
  return (
    <>
      <h2 className="sub">
        {t('ring.strains')} <span className="m">{strains.length}</span>
      </h2>
      <p className="m">{t('ring.strainsNote')}</p>
      <ul className="lines">
        {strains.map(({ a, b, evidence, decided, contradicted }) => (
          <li key={`${a} ${b}`}>
            <p className="row">
              <span className="clip">{[a, b].map(referenceText).join(' ≈ ')}</span>
            </p>
            <p className="s2 small">
              {t('ring.strain', {
                evidence: probabilityText(evidence),
                decided: probabilityText(decided),
              })}
            </p>
            {contradicted === true && <p className="m small">{t('ring.contradicted')}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
