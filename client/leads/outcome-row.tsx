import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Outcome } from '../../server/contract/lead-files.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { momentText } from '../scene/format.ts'
import { focusSoon } from './focus-soon.ts'
import { type OutcomeChange, OutcomeChangeForm } from './outcome-change-form.tsx'

interface OutcomeRowProps {
  readonly lead: string
  readonly outcome: Outcome
}

/** One thing that came of a lead, and the ways to verify it or take it back. */
export function OutcomeRow({ lead, outcome }: OutcomeRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [asked, setAsked] = useState<OutcomeChange>()
  const { kind, on, count, value, source, by, verifiedBy, retractedAt } = outcome
  const close = () => {
    setAsked(undefined)
    focusSoon('lead-outcomes')
  }
  const isGone = retractedAt !== undefined
  const said = (text: ReactNode) => (isGone ? <del>{text}</del> : text)
  const what = `${on} ${t(`outcomeKinds.${kind}`)}`
  return (
    <>
      <tr>
        <td className="nowrap">{said(on)}</td>
        <th scope="row">{said(t(`outcomeKinds.${kind}`))}</th>
        <td className="num">{count !== undefined && said(numberText(count, language))}</td>
        <td>{value !== undefined && said(<Worth value={value} />)}</td>
        <td className="lead-source">{said(source)}</td>
        <td>
          <div>{said(by)}</div>
          {verifiedBy === undefined ? (
            <div className="m">{!isGone && t('leads.unverified')}</div>
          ) : (
            <div title={t('leads.verified')}>
              <IconCheck className="i ok" size={14} stroke={1.75} aria-hidden="true" />{' '}
              <span className="visually-hidden">{t('leads.verified')}</span> {said(verifiedBy)}
            </div>
          )}
        </td>
        <td>
          {isGone ? (
            <span className="m">{t('leads.takenBack', { at: momentText(retractedAt) })}</span>
          ) : (
            <>
              {verifiedBy === undefined && (
                <button
                  type="button"
                  className="cite"
                  aria-label={t('leads.verifyOne', { what })}
                  aria-expanded={asked === 'verify'}
                  onClick={() => setAsked(asked === 'verify' ? undefined : 'verify')}
                >
                  {t('leads.verify')}
                </button>
              )}
              <button
                type="button"
                className="cite"
                aria-label={t('leads.takeBackOne', { what })}
                aria-expanded={asked === 'takeBack'}
                onClick={() => setAsked(asked === 'takeBack' ? undefined : 'takeBack')}
              >
                {t('leads.takeBack')}
              </button>
            </>
          )}
        </td>
      </tr>
      {asked !== undefined && !isGone && (
        <tr className="lead-asked">
          <td colSpan={7}>
            <OutcomeChangeForm
              key={asked}
              lead={lead}
              outcome={outcome}
              change={asked}
              onClose={close}
            />
          </td>
        </tr>
      )}
    </>
  )
}

function Worth({ value }: { readonly value: NonNullable<Outcome['value']> }) {
  const { amount, currency, basis } = value
  return (
    <>
      <span className="nowrap">
        {currency} {numberText(amount, useLanguage())}
      </span>
      <br />
      <span className="small">{basis}</span>
    </>
  )
}
