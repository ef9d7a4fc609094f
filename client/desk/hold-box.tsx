import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { otherAddresses } from '../../server/contract/routes.ts'
import { FormEnd } from '../marks/form-end.tsx'
import { NameField } from '../marks/name-field.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { holdsQuery } from './desk-queries.ts'
import { placeHold, releaseHold, today, useHolds } from './holds.ts'

/** That a shop is on hold and until when, beside its name; nothing for one that is not. */
export function HoldBadge({ shop }: { readonly shop: string }) {
  const { t } = useTranslation()
  const hold = useHolds().get(shop)?.body
  if (hold === undefined) return null
  return (
    <p>
      <span className="chip warn" title={t('hold.who', hold)}>
        <IconHandStop className="i" size={12} stroke={1.75} aria-hidden="true" />
        {t('hold.badge', { until: hold.until })}
      </span>
    </p>
  )
}

/** Puts a shop on hold, or says who did and lets it be released. */
export function HoldBox({ shop }: { readonly shop: string }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const hold = useHolds().get(shop)
  const all = useQuery(holdsQuery).data?.items ?? []
  const earlier = all.filter(({ id, body }) => body.shop === shop && id !== hold?.id).length
  if (asking) return <HoldForm shop={shop} onClose={() => setAsking(false)} />
  return (
    <div className="hold">
      {hold === undefined ? (
        <button type="button" className="btn slim" onClick={() => setAsking(true)}>
          <IconHandStop className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('hold.place')}
        </button>
      ) : (
        <div className="notice">
          <IconHandStop className="i" size={14} stroke={1.75} aria-hidden="true" />
          <span className="grow">
            <b>{t('hold.on', { until: hold.body.until })}</b>
            <br />
            {t('hold.who', { by: hold.body.by, why: hold.body.why })}
          </span>
          <button type="button" className="cite" onClick={() => void releaseHold(hold.id)}>
            {t('hold.release')}
          </button>
        </div>
      )}
      {earlier > 0 && <span className="m small">{t('hold.earlier', { count: earlier })}</span>}
      {all.length > 0 && (
        <a className="cite" href={otherAddresses.holdsTable}>
          {t('hold.table')}
        </a>
      )}
    </div>
  )
}

interface HoldFormProps {
  readonly shop: string
  readonly onClose: () => void
}

function HoldForm({ shop, onClose }: HoldFormProps) {
  const { t } = useTranslation()
  const known = usePreferences((preferences) => preferences.author)
  const [until, setUntil] = useState('')
  const [why, setWhy] = useState('')
  const [by, setBy] = useState(known)
  const ready = today() <= until && why.trim() !== '' && by.trim() !== ''
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (ready && (await placeHold({ shop, until, why, by }))) onClose()
  }
  return (
    <form
      className="form flat"
      aria-label={t('hold.place')}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
      }}
    >
      <p className="s2">{t('hold.explain')}</p>
      <label>
        {t('hold.until')}
        <input
          type="date"
          className="field"
          min={today()}
          value={until}
          // biome-ignore lint/a11y/noAutofocus: the form opens for exactly this date.
          autoFocus
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <label>
        {t('hold.why')}
        <textarea
          className="field"
          rows={2}
          maxLength={4_000}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <NameField label={t('hold.author')} value={by} onValue={setBy} />
      <FormEnd save={t('hold.save')} needs={t('hold.needsAll')} ready={ready} onCancel={onClose} />
    </form>
  )
}
