import { useTranslation } from 'react-i18next'

import type { NodeAnswer } from '../../server/contract/graph.ts'
import { Bones } from '../marks/bones.tsx'
import { RecordList } from './record-list.tsx'

/** The records behind a node, those that say what it is first, then those about it. */
export function NodeRecords({ answer }: { readonly answer: NodeAnswer | undefined }) {
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
    </>
  )
}
