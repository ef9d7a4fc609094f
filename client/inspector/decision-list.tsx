import { useTranslation } from 'react-i18next'

import type { Decision } from '../../server/contract/work.ts'
import { retract } from '../commands/decide.ts'
import { momentText } from '../scene/format.ts'

/** Decisions that came in a dataset are corrected there, not taken back here. */
const fromDataset = 'record:'

/** What people said of a pair, latest first; what was taken back stays on record. */
export function DecisionList({ decisions }: { readonly decisions: readonly Decision[] }) {
  const { t } = useTranslation()
  if (decisions.length === 0) return <p className="m">{t('decide.none')}</p>
  return (
    <ul className="lines">
      {decisions.toReversed().map((decision) => (
        <li key={decision.id}>
          <p className="row">
            <b className={decision.retractedAt === undefined ? '' : 'm'}>
              {t(`decide.said${decision.verdict}`)}
            </b>
            <span className="grow" />
            <span className="m nowrap">
              {decision.by}, {decision.on}
            </span>
          </p>
          {decision.because !== undefined && <p className="s2">{decision.because}</p>}
          {decision.retractedAt !== undefined && (
            <p className="m small">
              {t('decide.retracted', { on: momentText(decision.retractedAt) })}
            </p>
          )}
          {decision.retractedAt === undefined && !decision.id.startsWith(fromDataset) && (
            <button type="button" className="cite" onClick={() => void retract(decision.id)}>
              {t('decide.retract')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
