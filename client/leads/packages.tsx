import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import type { SealedLead } from '../../server/contract/sealing-routes.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { momentText, sizeText } from '../scene/format.ts'
import { leadsQuery } from './leads-query.ts'
import { packageAddress } from './package-address.ts'
import { Stamp } from './stamp.tsx'

/** What was packed, one package a recipient, each with the hash by which its recipient knows it. */
export function Packages({ lead: { body } }: { readonly lead: LeadFileAnswer }) {
  const { t } = useTranslation()
  const sealed = useQuery(leadsQuery)
  return (
    <section aria-labelledby="lead-packages">
      <div className="row section-head">
        <h3 id="lead-packages">{t('leads.packages')}</h3>
      </div>
      {body.packages.length === 0 && <p className="m">{t('leads.noPackages')}</p>}
      {sealed.error !== null && (
        <FailureNote error={sealed.error} onRetry={() => void sealed.refetch()} />
      )}
      {sealed.isLoading && 0 < body.packages.length && <Bones rows={body.packages.length} />}
      {sealed.data !== undefined && (
        <ul className="lead-packages">
          {body.packages.map((id) => (
            <li key={id}>
              <Package id={id} sealed={sealed.data.items.find((own) => own.id === id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface PackageProps {
  readonly id: string
  readonly sealed: SealedLead | undefined
}

function Package({ id, sealed }: PackageProps) {
  const { t } = useTranslation()
  if (sealed === undefined) {
    return (
      <p>
        <b>{id}</b> <span className="m">{t('leads.missingPackage')}</span>
      </p>
    )
  }
  const { recipient, audience, sealedBy, sealedAt, approvedBy, size, sha256 } = sealed
  return (
    <>
      <div className="row wrap">
        <a
          className="btn slim"
          href={packageAddress(id)}
          download={`${id}.zip`}
          aria-label={t('leads.download', { id })}
        >
          <IconDownload className="i" size={14} stroke={1.75} aria-hidden="true" />
          {id}
        </a>
        <b>{recipient}</b>
        {audience !== undefined && <span className="s2">{t(`audiences.${audience}`)}</span>}
        <span className="grow" />
        <span className="m">{sizeText(size)}</span>
      </div>
      <p className="m small">
        {t('leads.sealedBy', { by: sealedBy, at: momentText(sealedAt) })}
        {t('shell.comma')}
        {approvedBy === undefined
          ? t('leads.notApproved')
          : t('leads.approvedBy', { by: approvedBy })}
      </p>
      <p className="small hash">
        <span className="m">SHA-256</span> {sha256}
      </p>
      <Stamp lead={sealed} />
    </>
  )
}
