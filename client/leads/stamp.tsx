import { IconClock, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { otherAddresses } from '../../server/contract/routes.ts'
import { type SealedLead, sealingRoutes } from '../../server/contract/sealing-routes.ts'
import { addressOf, callRoute } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { leadsQuery } from './leads-query.ts'
import { Refusal } from './refusal.tsx'

/** The time stamp of a package with the time and authority that it states; that there is none and why, and the way to ask for one where an authority is named. */
export function Stamp({ lead }: { readonly lead: SealedLead }) {
  const { t } = useTranslation()
  const { stamp, unstamped } = lead
  if (stamp === undefined) {
    const failed = unstamped && { ...unstamped, reason: t(`stampReasons.${unstamped.reason}`) }
    return (
      <>
        <p className="m small">
          {failed === undefined ? t('stamp.none') : t('stamp.failed', failed)}
        </p>
        <Ask id={lead.id} />
      </>
    )
  }
  const address = addressOf({ path: otherAddresses.leadStamp }, { params: { id: lead.id } })
  return (
    <>
      <p className="small">
        {t('stamp.given', { at: utcText(stamp.at), authority: stamp.authority })}{' '}
        <a
          href={address}
          download={`${lead.id}.tsr`}
          aria-label={t('stamp.download', { id: lead.id })}
        >
          <IconDownload className="i" size={12} stroke={1.75} aria-hidden="true" />
          {lead.id}.tsr
        </a>
      </p>
      <p className="m small">{t('stamp.trust')}</p>
    </>
  )
}

/** Where sealing sends something, said before it is done; nothing where no authority is named. */
export function StampNote() {
  const { t } = useTranslation()
  const url = useQuery(leadsQuery).data?.authority
  return url === undefined ? null : <p className="s2">{t('stamp.sends', { url })}</p>
}

function Ask({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const url = useQuery(leadsQuery).data?.authority
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  if (url === undefined) return null
  const ask = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      await callRoute(sealingRoutes.stampLead, { params: { id }, body: {} })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
      await queryClient.invalidateQueries({ queryKey: leadsQuery.queryKey })
    }
  }
  return (
    <>
      <Refusal failure={failure} />
      <div>
        <button type="button" className="btn slim" disabled={busy} onClick={() => void ask()}>
          <IconClock className="i" size={14} stroke={1.75} aria-hidden="true" />
          {busy ? t('stamp.asking') : t('stamp.ask', { host: new URL(url).host })}
        </button>
      </div>
    </>
  )
}

/** To the second, in the time that authorities state. */
function utcText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
