import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { focusSoon } from './focus-soon.ts'
import { canHaveOutcome } from './lead-list.ts'
import { OutcomeForm } from './outcome-form.tsx'
import { OutcomeRow } from './outcome-row.tsx'

/** What came of a lead: each with its document, who entered it and who verified it. What was taken back stays, struck through. */
export function Outcomes({ lead }: { readonly lead: LeadFileAnswer }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const { outcomes } = lead.body
  const open = canHaveOutcome(lead)
  const close = () => {
    setAdding(false)
    focusSoon('lead-add-outcome')
  }
  return (
    <section aria-labelledby="lead-outcomes">
      <div className="row section-head">
        <h3 id="lead-outcomes" tabIndex={-1}>
          {t('leads.outcomes')}
        </h3>
        <span className="grow" />
        {open && !adding && (
          <button
            id="lead-add-outcome"
            type="button"
            className="btn slim"
            onClick={() => setAdding(true)}
          >
            <IconPlus className="i" size={14} stroke={1.75} aria-hidden="true" />
            {t('leads.addOutcome')}
          </button>
        )}
      </div>
      {open && adding && <OutcomeForm lead={lead} onClose={close} />}
      {outcomes.length === 0 && (
        <p className="m">{t(open ? 'leads.noOutcomes' : 'leads.outcomesLater')}</p>
      )}
      {0 < outcomes.length && (
        <div className="table-scroll">
          <table className="plain lead-outcomes">
            <thead>
              <tr>
                <th scope="col">{t('leads.on')}</th>
                <th scope="col">{t('leads.kind')}</th>
                <th scope="col" className="num">
                  {t('leads.count')}
                </th>
                <th scope="col">{t('leads.amount')}</th>
                <th scope="col">{t('leads.source')}</th>
                <th scope="col">{t('leads.people')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('leads.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map((outcome) => (
                <OutcomeRow key={outcome.id} lead={lead.id} outcome={outcome} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
