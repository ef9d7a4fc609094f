import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { evidenceQuery, type Looked } from './evidence-query.ts'
import { EvidenceRows } from './evidence-rows.tsx'
import { HandInForm } from './hand-in-form.tsx'

interface EvidenceFilesProps {
  readonly looked: Looked
  /** What a file that is added here is about. */
  readonly about: string
}

/** Files of evidence about a thing or a ring, each with the days that it is kept; more can be added, and copies taken. */
export function EvidenceFiles({ looked, about }: EvidenceFilesProps) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const answer = useQuery(evidenceQuery(looked))
  return (
    <section aria-label={t('evidence.title')}>
      <h2 className="sub">
        {t('evidence.title')} {answer.data && <span className="m">{answer.data.total}</span>}
      </h2>
      {answer.error !== null && (
        <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Bones rows={2} />}
      {answer.data?.total === 0 && <p className="m">{t('evidence.none')}</p>}
      {answer.data !== undefined && <EvidenceRows items={answer.data.items} />}
      {answer.data !== undefined && 0 < answer.data.omitted && (
        <p className="warn">{t('evidence.omitted', { count: answer.data.omitted })}</p>
      )}
      {adding ? (
        <HandInForm about={about} onClose={() => setAdding(false)} />
      ) : (
        <button type="button" className="btn slim" onClick={() => setAdding(true)}>
          <IconFilePlus className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('evidence.add')}
        </button>
      )}
    </section>
  )
}
