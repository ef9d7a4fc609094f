import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer, Recipient } from '../../server/contract/lead-files.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { referenceText } from '../scene/format.ts'
import { countryName } from './drafting.ts'
import { EditDraft } from './edit-draft.tsx'
import { focusSoon } from './focus-soon.ts'

/** Whom a lead is for, what they are asked and in which language; changed while it is a draft. */
export function Wanted({ lead }: { readonly lead: LeadFileAnswer }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { to, asks, language, names, shops } = lead.body
  const isDraft = lead.state === 'draft'
  const close = () => {
    setEditing(false)
    focusSoon('lead-change')
  }
  return (
    <section aria-labelledby="lead-recipients">
      <div className="row section-head">
        <h3 id="lead-recipients">{t('leads.recipients')}</h3>
        <span className="grow" />
        {isDraft && !editing && (
          <button
            id="lead-change"
            type="button"
            className="btn slim"
            aria-label={t('leads.changeRecipients')}
            onClick={() => setEditing(true)}
          >
            <IconPencil className="i" size={14} stroke={1.75} aria-hidden="true" />
            {t('leads.change')}
          </button>
        )}
      </div>
      {isDraft && editing ? (
        <EditDraft lead={lead} onClose={close} />
      ) : (
        <>
          <Recipients to={to} />
          <dl className="facts lead-facts">
            {shops !== undefined && (
              <>
                <dt>{t('scope.about')}</dt>
                <dd>
                  {t('scope.of', {
                    own: shops.length,
                    shops: shops.map(referenceText).join(t('shell.comma')),
                  })}
                </dd>
              </>
            )}
            <dt>{t('leads.asks')}</dt>
            <dd className="lead-quote">{asks}</dd>
            <dt>{t('leads.language')}</dt>
            <dd>{t(language === 'en' ? 'leads.en' : 'leads.zh')}</dd>
            <dt>{t('leads.names')}</dt>
            <dd>{t(names === 'all' ? 'leads.namesAll' : 'leads.namesStated')}</dd>
          </dl>
        </>
      )}
    </section>
  )
}

function Recipients({ to }: { readonly to: readonly Recipient[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      <div className="table-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('leads.name')}</th>
              <th scope="col">{t('leads.audience')}</th>
              <th scope="col">{t('leads.country')}</th>
            </tr>
          </thead>
          <tbody>
            {to.map(({ name, audience, territory }, place) => (
              // Two recipients may say the same.
              // biome-ignore lint/suspicious/noArrayIndexKey: read only, and the list never changes order.
              <tr key={place}>
                <th scope="row">{name}</th>
                <td>{t(`audiences.${audience}`)}</td>
                <td>
                  {countryName(territory, language) ?? territory}{' '}
                  <span className="m">{territory}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {to.some(({ audience }) => audience !== 'authority') && (
        <p className="m small">{t('leads.withheld')}</p>
      )}
    </>
  )
}
