import { useTranslation } from 'react-i18next'

import type { NodeAnswer } from '../../server/contract/graph.ts'
import { LazyEvidenceFiles } from '../evidence/lazy-files.tsx'
import { Bones } from '../marks/bones.tsx'
import { RecordList } from './record-list.tsx'

interface NodeRecordsProps {
  readonly id: string
  readonly answer: NodeAnswer | undefined
}

/** The records behind a node, those that say what it is first, then those about it, then files of evidence. */
export function NodeRecords({ id, answer }: NodeRecordsProps) {
  const { t } = useTranslation()
  if (answer === undefined) return <Bones rows={6} />
  const { records, about, omitted } = answer
  return (
    <>
      <h2 className="sub">
        {t('node.says')} <span className="m">{records.length}</span>
      </h2>
      <RecordList records={records} />
      {about.length > 0 && (
        <>
          <h2 className="sub">
            {t('node.about')} <span className="m">{about.length}</span>
          </h2>
          <RecordList records={about} />
        </>
      )}
      {omitted > 0 && <p className="warn">{t('node.recordsOmitted', { count: omitted })}</p>}
      <LazyEvidenceFiles looked={{ about: id }} about={id} />
    </>
  )
}
