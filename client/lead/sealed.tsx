import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { otherAddresses } from '../../server/contract/routes.ts'
import type { SealedLead } from '../../server/contract/sealing-routes.ts'
import { addressOf } from '../api/call.ts'
import { leadsQuery } from '../leads/leads-query.ts'
import { Stamp } from '../leads/stamp.tsx'
import { sizeText } from '../scene/format.ts'

interface SealedProps {
  readonly lead: SealedLead
  readonly onClose: () => void
}

/** A sealed lead: its id and hash, the package, and how its recipient checks it. */
export function Sealed({ lead, onClose }: SealedProps) {
  const { t } = useTranslation()
  // A time stamp may have been given since.
  const now = useQuery(leadsQuery).data?.items.find(({ id }) => id === lead.id) ?? lead
  const address = addressOf({ path: otherAddresses.leadPackage }, { params: { id: lead.id } })
  return (
    <div className="dialog-body" role="status">
      <dl className="facts">
        <dt>{t('lead.id')}</dt>
        <dd>
          <b>{lead.id}</b>
        </dd>
        <dt>{t('lead.recipient')}</dt>
        <dd>{lead.recipient}</dd>
        <dt>{t('lead.size')}</dt>
        <dd>{sizeText(lead.size)}</dd>
        <dt>SHA-256</dt>
        <dd className="small">{lead.sha256}</dd>
      </dl>
      <Stamp lead={now} />
      <section>
        <p className="s2">{t('lead.verify')}</p>
        <code className="command">npx revenant verify {lead.id}.zip</code>
        <p className="m small">{t('lead.verifyNote')}</p>
      </section>
      <p className="warn small">{t('lead.notApproved')}</p>
      <div className="dialog-actions">
        <button type="button" className="btn" onClick={onClose}>
          {t('lead.done')}
        </button>
        <a className="btn primary" href={address} download={`${lead.id}.zip`}>
          <IconDownload className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('lead.download')}
        </a>
      </div>
    </div>
  )
}
