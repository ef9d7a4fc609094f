import { useTranslation } from 'react-i18next'

import type { NomineeIndicator } from '../../../server/contract/graph.ts'
import { bringThings } from '../../commands/bring-things.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { referenceText } from '../../scene/format.ts'
import { provinceText } from './province-text.ts'

/** Figures that go by the home region of numbers. */
const ofHomes: ReadonlySet<NomineeIndicator['code']> = new Set([
  'phones_apart',
  'phones_apart_from_dispatch',
])

/** What one figure counts: folded, as most look at the figure alone. */
export function IndicatorKeys({
  own: { code, keys, keysOmitted, apart, records, recordsOmitted },
  name,
}: {
  readonly own: NomineeIndicator
  readonly name: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <details className="small">
      <summary>{t('registrant.records', { count: records.length + recordsOmitted })}</summary>
      {ofHomes.has(code) && <p className="m">{t('registrant.home_note')}</p>}
      <ul className="indicator-keys">
        {keys.map((key, at) => {
          const province = apart?.at[at]
          return (
            <li key={key}>
              {referenceText(key)}
              {province !== undefined && (
                <span className="m"> · {provinceText(province, language)}</span>
              )}
            </li>
          )
        })}
      </ul>
      {keysOmitted > 0 && <p className="m">{t('registrant.more', { count: keysOmitted })}</p>}
      <button type="button" className="cite" onClick={() => void bringThings(keys, name)}>
        {t('registrant.show', { count: keys.length })}
      </button>
    </details>
  )
}
