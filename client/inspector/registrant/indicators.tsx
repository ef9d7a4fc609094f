import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { NomineeIndicator } from '../../../server/contract/graph.ts'
import { indicatorsQuery } from '../../api/queries.ts'
import { bringThings } from '../../commands/bring-things.ts'
import { numberText } from '../../i18n/number-text.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Bones } from '../../marks/bones.tsx'
import { FailureNote } from '../../marks/failure-note.tsx'
import { referenceText } from '../../scene/format.ts'
import './indicators.css'

/** What can be counted of a registrant, each figure beside how common it is: for a person to weigh. */
export function Indicators({
  identity,
  name,
}: {
  readonly identity: string
  readonly name: string
}) {
  const { t } = useTranslation()
  const answer = useQuery(indicatorsQuery(identity))
  const items = answer.data?.indicators
  return (
    <section aria-labelledby="indicators-title">
      <h2 className="sub" id="indicators-title">
        {t('registrant.title')}
      </h2>
      {answer.error !== null && (
        <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isLoading && (
        <div role="status" aria-label={t('registrant.counting')}>
          <Bones rows={4} />
        </div>
      )}
      {items?.length === 0 && <p className="m">{t('registrant.none')}</p>}
      {items !== undefined && items.length > 0 && (
        <>
          <p className="m small">{t('registrant.note')}</p>
          <ul className="lines indicators">
            {items.map((own) => (
              <Row key={own.code} own={own} name={name} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Ages are common in another way than counts. */
const rates = new Map<NomineeIndicator['code'], 'registrant.as_young' | 'registrant.as_old'>([
  ['youngest', 'registrant.as_young'],
  ['oldest', 'registrant.as_old'],
])

function Row({ own, name }: { readonly own: NomineeIndicator; readonly name: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { code, value, known, asMany, keys, keysOmitted, records, recordsOmitted } = own
  const counts = { asMany: numberText(asMany, language), known: numberText(known, language) }
  return (
    <li>
      <p className="row">
        <b className="num indicator-value">{numberText(value, language)}</b>
        <span className="grow">{t(`registrant.${code}`)}</span>
      </p>
      <p className="m small">{t(rates.get(code) ?? 'registrant.as_many', counts)}</p>
      {keys.length > 0 && (
        <details className="small">
          <summary>{t('registrant.records', { count: records.length + recordsOmitted })}</summary>
          <ul className="indicator-keys">
            {keys.map((key) => (
              <li key={key}>{referenceText(key)}</li>
            ))}
          </ul>
          {keysOmitted > 0 && <p className="m">{t('registrant.more', { count: keysOmitted })}</p>}
          <button type="button" className="cite" onClick={() => void bringThings(keys, name)}>
            {t('registrant.show', { count: keys.length })}
          </button>
        </details>
      )}
    </li>
  )
}
