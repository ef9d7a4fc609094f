import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { NomineeIndicator } from '../../../server/contract/graph.ts'
import { indicatorsQuery } from '../../api/queries.ts'
import { numberText } from '../../i18n/number-text.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Bones } from '../../marks/bones.tsx'
import { FailureNote } from '../../marks/failure-note.tsx'
import { IndicatorKeys } from './indicator-keys.tsx'
import { provinceText } from './province-text.ts'
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
  const { code, value, known, asMany, apart } = own
  const counts = { asMany: numberText(asMany, language), known: numberText(known, language) }
  const provinces = (apart?.from ?? [])
    .map((province) => provinceText(province, language))
    .join(t('shell.comma'))
  return (
    <li>
      <p className="row">
        <b className="num indicator-value">{numberText(value, language)}</b>
        <span className="grow">{t(`registrant.${code}`)}</span>
      </p>
      <p className="m small">
        {t(rates.get(code) ?? 'registrant.as_many', counts)}
        {provinces !== '' && <> · {t('registrant.held_against', { provinces })}</>}
      </p>
      {own.keys.length > 0 && <IndicatorKeys own={own} name={name} />}
    </li>
  )
}
