import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { momentText } from '../scene/format.ts'
import { StateIcon } from './state-chip.tsx'

/** What happened to a lead, first to last: who, when and why. */
export function Steps({ lead: { body } }: { readonly lead: LeadFileAnswer }) {
  const { t } = useTranslation()
  return (
    <section className="lead-steps" aria-labelledby="lead-steps">
      <h3 id="lead-steps">{t('leads.steps')}</h3>
      <ol>
        {body.steps.map(({ to, by, at, because }, place) => (
          // Steps are only ever added at the end.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order.
          <li key={place}>
            <StateIcon state={to} size={14} />
            <div>
              <p>
                <b>{t(`leadStates.${to}`)}</b> <span className="s2">{by}</span>
              </p>
              <p className="m small">{momentText(at)}</p>
              {because !== undefined && <p className="lead-quote">{because}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
