import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { EvidenceRow } from '../../server/contract/evidence.ts'
import { IconButton } from '../marks/icon-button.tsx'
import { sizeText } from '../scene/format.ts'
import { CopyForm } from './copy-form.tsx'

/** Files as they were handed in: name, format, size, hash, how they were collected and what may become of them. */
export function EvidenceRows({ items }: { readonly items: readonly EvidenceRow[] }) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<string>()
  return (
    <ul>
      {items.map((item) => {
        const { sha256, name, format, size } = item.file
        return (
          <li key={sha256} className="record">
            <p className="row">
              <b className="clip" title={name}>
                {name}
              </b>
              <span className="grow" />
              <span className="m nowrap">
                {format} · {sizeText(size)}
              </span>
              {item.destroyedAt === undefined && (
                <IconButton
                  icon={IconDownload}
                  slim
                  label={t('evidence.copy', { name })}
                  onClick={() => setWanted(sha256)}
                />
              )}
            </p>
            <CollectedLine item={item} />
            <p className="m small clip" title={sha256}>
              SHA-256 {sha256}
            </p>
            {wanted === sha256 && <CopyForm sha256={sha256} onClose={() => setWanted(undefined)} />}
          </li>
        )
      })}
    </ul>
  )
}

function CollectedLine({ item }: { readonly item: EvidenceRow }) {
  const { t } = useTranslation()
  const { retention, receipts, mayGoTo } = item
  const { collectedBy, place, reliability, credibility } = receipts[0]?.collection ?? {}
  const places = mayGoTo?.join(t('shell.comma'))
  const until = 'until' in retention ? retention.until : undefined
  const grade = [reliability, credibility].filter((half) => half !== undefined).join('')
  return (
    <p className="s2 small">
      {[collectedBy, place, grade].filter(Boolean).join(' · ')}
      {' · '}
      {t(`evidenceStates.${retention.state}`, { until })}
      {places !== undefined &&
        ` · ${places === '' ? t('evidence.goesNowhere') : t('evidence.goesTo', { places })}`}
    </p>
  )
}
