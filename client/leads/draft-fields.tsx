import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { DraftBody } from '../../server/contract/lead-files.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { IconButton } from '../marks/icon-button.tsx'
import {
  countryName,
  lettersOf,
  recipientsMax,
  type WrittenDraft,
  type WrittenRecipient,
  withRecipient,
} from './drafting.ts'

interface DraftFieldsProps {
  readonly draft: WrittenDraft
  readonly onDraft: (draft: WrittenDraft) => void
  /** Whether the first line takes the focus when it comes. */
  readonly autoFocus?: boolean
}

/** Recipients, what they are asked, and the language of the packages. */
export function DraftFields({ draft, onDraft, autoFocus = false }: DraftFieldsProps) {
  const { t } = useTranslation()
  const { to, asks, language, names } = draft
  const change = (changed: WrittenRecipient) =>
    onDraft({ ...draft, to: to.map((own) => (own.place === changed.place ? changed : own)) })
  return (
    <>
      {to.map((recipient, place) => (
        <RecipientFields
          key={recipient.place}
          recipient={recipient}
          number={place + 1}
          onChange={change}
          autoFocus={place === 0 ? autoFocus : recipient.name === ''}
          {...(1 < to.length && {
            onRemove: () => onDraft({ ...draft, to: to.filter((own) => own !== recipient) }),
          })}
        />
      ))}
      {to.some(({ audience }) => audience !== 'authority') && (
        <p className="m small">{t('leads.withheld')}</p>
      )}
      <div>
        <button
          type="button"
          className="btn slim"
          disabled={to.length === recipientsMax}
          title={to.length === recipientsMax ? t('leads.mostRecipients') : undefined}
          onClick={() => onDraft(withRecipient(draft))}
        >
          <IconPlus className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('leads.addRecipient')}
        </button>
      </div>
      <label>
        {t('leads.asks')}
        <textarea
          className="field"
          rows={3}
          maxLength={4_000}
          placeholder={t('leads.asksHint')}
          value={asks}
          onChange={(event) => onDraft({ ...draft, asks: event.target.value })}
        />
      </label>
      <label>
        {t('outlook.statedRights')}
        <input
          className="field"
          maxLength={4_000}
          value={draft.rights}
          onChange={(event) => onDraft({ ...draft, rights: event.target.value })}
        />
        <span className="m small">{t('outlook.statedRightsNote')}</span>
      </label>
      <label>
        {t('leads.language')}
        <select
          className="field lead-short"
          value={language}
          onChange={(event) =>
            onDraft({ ...draft, language: event.target.value === 'en' ? 'en' : 'zh-CN' })
          }
        >
          <option value="en">{t('leads.en')}</option>
          <option value="zh-CN">{t('leads.zh')}</option>
        </select>
      </label>
      <label>
        {t('leads.names')}
        <select
          className="field"
          value={names}
          onChange={(event) =>
            onDraft({ ...draft, names: event.target.value === 'all' ? 'all' : 'stated' })
          }
        >
          <option value="stated">{t('leads.namesStated')}</option>
          <option value="all">{t('leads.namesAll')}</option>
        </select>
      </label>
    </>
  )
}

const audiences = DraftBody.shape.to.element.shape.audience.options

interface RecipientFieldsProps {
  readonly recipient: WrittenRecipient
  readonly number: number
  readonly onChange: (recipient: WrittenRecipient) => void
  readonly autoFocus: boolean
  /** Absent for the only one. */
  readonly onRemove?: () => void
}

function RecipientFields({
  recipient,
  number,
  onChange,
  autoFocus,
  onRemove,
}: RecipientFieldsProps) {
  const { t } = useTranslation()
  const { name, audience, territory } = recipient
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for.
    <div
      className="lead-recipient"
      role="group"
      aria-label={t('leads.recipient', { place: number })}
    >
      <label>
        {t('leads.name')}
        <input
          className="field"
          maxLength={200}
          placeholder={t('leads.nameHint')}
          value={name}
          // biome-ignore lint/a11y/noAutofocus: set only where the user has just asked for this line.
          autoFocus={autoFocus}
          onChange={(event) => onChange({ ...recipient, name: event.target.value })}
        />
      </label>
      <label>
        {t('leads.audience')}
        <select
          className="field"
          value={audience}
          onChange={({ target: { value } }) =>
            onChange({ ...recipient, audience: audiences.find((own) => own === value) ?? audience })
          }
        >
          {audiences.map((own) => (
            <option key={own} value={own}>
              {t(`audiences.${own}`)}
            </option>
          ))}
        </select>
      </label>
      <Country
        territory={territory}
        onTerritory={(letters) => onChange({ ...recipient, territory: letters })}
      />
      {onRemove !== undefined && (
        <IconButton
          icon={IconX}
          label={t('leads.removeRecipient', { place: number })}
          onClick={onRemove}
        />
      )}
    </div>
  )
}

interface CountryProps {
  readonly territory: string
  readonly onTerritory: (territory: string) => void
}

/** The two letters of a country, with its name under them as soon as they are any. */
function Country({ territory, onTerritory }: CountryProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const called = countryName(territory, language)
  const unknown = territory.length === 2 && called === undefined
  return (
    <label>
      {t('leads.country')}
      <input
        className="field"
        placeholder={t('leads.countryCode')}
        autoComplete="off"
        value={territory}
        onChange={(event) => onTerritory(lettersOf(event.target.value, 2))}
      />
      <span className={unknown ? 'warn small' : 'm small'} aria-live="polite">
        {unknown ? t('leads.countryUnknown') : called}
      </span>
    </label>
  )
}
