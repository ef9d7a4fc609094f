import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import type { LeadRightsAnswer } from '../../server/contract/outlook-routes.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { AmountTable } from './amount-table.tsx'
import { leadRightsQuery } from './outlook-queries.ts'
import { References } from './references.tsx'

/** Which registered rights a lead concerns, who may deal in the goods, and what its shops took in. */
export function Rights({ lead }: { readonly lead: LeadFileAnswer }) {
  const { t } = useTranslation()
  const asked = useQuery(leadRightsQuery(lead.id, lead.body.revision))
  return (
    <section aria-labelledby="lead-rights">
      <div className="row section-head">
        <h3 id="lead-rights">{t('outlook.rights')}</h3>
      </div>
      {asked.error !== null && (
        <FailureNote error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.isLoading && <Bones rows={3} />}
      {asked.data !== undefined && <Known answer={asked.data} />}
    </section>
  )
}

function Known({ answer }: { readonly answer: LeadRightsAnswer }) {
  const { t } = useTranslation()
  const { rights, amounts } = answer
  return (
    <>
      {rights.length === 0 && <p className="notice">{t('outlook.noRight')}</p>}
      {rights.map((right) => (
        <Right key={right.id} right={right} names={answer.names} />
      ))}
      <h4>{t('outlook.amounts')}</h4>
      {amounts.rows.length === 0 ? (
        <p className="m">{t('outlook.noAmounts')}</p>
      ) : (
        <AmountTable answer={answer} />
      )}
      <References references={amounts.references} />
    </>
  )
}

interface RightProps {
  readonly right: LeadRightsAnswer['rights'][number]
  readonly names: LeadRightsAnswer['names']
}

function Right({ right, names }: RightProps) {
  const { t } = useTranslation()
  const { because, authorised } = right
  const own = [...new Set(authorised.flatMap(({ shops }) => shops))]
  const reasons = [
    ...(0 < because.testBuys ? [t('outlook.byTestBuys', { count: because.testBuys })] : []),
    ...(0 < because.shops + because.listings
      ? [t('outlook.byBrand', { shops: because.shops, listings: because.listings })]
      : []),
    ...(because.stated ? [t('outlook.byAuthor')] : []),
  ]
  return (
    <div className="lead-right">
      <p>
        <b>{right.mark ?? right.number}</b>{' '}
        <span className="s2">
          {t('outlook.registered', {
            number: right.number,
            office: right.office,
            holder: right.holder,
          })}
        </span>
      </p>
      <p className="s2">
        {t('outlook.valid', {
          from: right.validFrom ?? t('outlook.unknown'),
          to: right.validTo ?? t('outlook.unknown'),
        })}{' '}
        {t(`rightInForce.${right.inForce}`)}
      </p>
      <p className="s2">{reasons.join(t('shell.comma'))}</p>
      <p className="s2">
        {authorised.length === 0
          ? t('outlook.nobodyAuthorised')
          : t('outlook.authorised', {
              parties: authorised.map(({ party }) => party).join(t('shell.comma')),
            })}
      </p>
      {0 < own.length && (
        <p className="notice">
          {t('outlook.exonerating', {
            shops: own.map((shop) => names[shop] ?? shop).join(t('shell.comma')),
          })}
        </p>
      )}
    </div>
  )
}
