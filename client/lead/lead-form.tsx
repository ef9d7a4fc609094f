import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { RingAnswer } from '../../server/contract/ring.ts'
import { type SealedLead, sealingRoutes } from '../../server/contract/sealing-routes.ts'
import { callRoute } from '../api/call.ts'
import { ringQuery } from '../api/queries.ts'
import { TrayScope } from '../desk/tray-scope.tsx'
import { idsOf } from '../leads/drafting.ts'
import { leadsQuery } from '../leads/leads-query.ts'
import { Refusal } from '../leads/refusal.tsx'
import { StampNote } from '../leads/stamp.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { Leaves } from './leaves.tsx'
import { Sealed } from './sealed.tsx'

interface LeadFormProps {
  readonly ring: RingAnswer['ring']
  /** Those of its shops that the lead is about; all of them when absent. */
  readonly shops: readonly string[] | undefined
  readonly onClose: () => void
  /** What stands over the form until the lead is sealed. */
  readonly children: ReactNode
}

/** Who it is for and from, what will leave, and the seal. */
export function LeadForm({ ring, shops, onClose, children }: LeadFormProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const known = usePreferences((preferences) => preferences.author)
  const [to, setTo] = useState('')
  const [by, setBy] = useState(known)
  const [rights, setRights] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [sealed, setSealed] = useState<SealedLead>()
  const answer = useQuery(ringQuery(ring.id)).data
  const earlier = useQuery(leadsQuery).data?.items.filter((lead) => lead.ring === ring.id) ?? []
  const ready = to.trim() !== '' && by.trim() !== ''
  const seal = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      const said = { to: to.trim(), by: by.trim(), rights: idsOf(rights) }
      const body = { ring: ring.id, ...said, ...(shops !== undefined && { shops }) }
      setSealed(await callRoute(sealingRoutes.seal, { body }))
      usePreferences.setState({ author: by.trim() })
      await queries.invalidateQueries({ queryKey: leadsQuery.queryKey })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  if (sealed !== undefined) return <Sealed lead={sealed} onClose={onClose} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) void seal()
  }
  return (
    <form className="dialog-body" onSubmit={submit}>
      {children}
      <p className="s2">{t('lead.about')}</p>
      <div className="form">
        <TextField
          label={t('lead.recipient')}
          hint={t('lead.recipientHint')}
          value={to}
          onValue={setTo}
          first
        />
        <TextField
          label={t('lead.author')}
          hint={t('lead.authorHint')}
          value={by}
          onValue={setBy}
        />
        <TextField
          label={t('outlook.statedRights')}
          hint={t('outlook.statedRightsNote')}
          value={rights}
          onValue={setRights}
          most={4_000}
        />
      </div>
      <Leaves ring={ring} answer={answer} shops={shops} />
      {shops === undefined && <TrayScope answer={answer} />}
      <StampNote />
      <p className="notice">
        <IconAlertTriangle className="i" size={14} stroke={1.75} aria-hidden="true" />
        <span>
          {t('lead.notApproved')} {t('lead.asItStands')}
        </span>
      </p>
      {earlier.length > 0 && <Earlier leads={earlier} />}
      <Refusal failure={failure} />
      <div className="dialog-actions">
        <button type="button" className="btn" onClick={onClose}>
          {t('lead.cancel')}
        </button>
        <button
          type="submit"
          className="btn primary"
          disabled={!ready || busy}
          title={ready ? undefined : t('lead.needsBoth')}
        >
          <IconLock className="i" size={14} stroke={1.75} aria-hidden="true" />
          {busy ? t('lead.sealing') : t('lead.seal')}
        </button>
      </div>
    </form>
  )
}

interface TextFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly first?: boolean
  /** Letters. */
  readonly most?: number
}

function TextField({ label, hint, value, onValue, first = false, most = 200 }: TextFieldProps) {
  return (
    <label>
      <span>
        <b className="s2">{label}</b> {hint}
      </span>
      <input
        className="field"
        // biome-ignore lint/a11y/noAutofocus: the dialog opens to ask for this.
        autoFocus={first}
        maxLength={most}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </label>
  )
}

function Earlier({ leads }: { readonly leads: readonly SealedLead[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className="sub">{t('lead.earlier')}</h2>
      <ul>
        {leads.map(({ id, recipient }) => (
          <li key={id} className="row">
            <a href={`/api/leads/${encodeURIComponent(id)}/package`}>{id}</a>
            <span className="s2 clip">{recipient}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
