import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { ringsQuery } from '../api/queries.ts'
import { openRing } from '../commands/open.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { useExplorer } from '../scene/store.ts'
import { RingRow } from './ring-row.tsx'

/** The rings of the run by rank, the one that is open marked. */
export function RingQueue() {
  const { t } = useTranslation()
  const hasRun = useExplorer(({ seen }) => seen?.run !== undefined)
  const current = useExplorer(({ opening, view }) => opening ?? view.scene.ring?.id)
  const rings = useQuery({ ...ringsQuery, enabled: hasRun })
  const { items, total = 0, omitted = 0 } = rings.data ?? {}
  return (
    <>
      <div className="sec">
        <h2>{t('queue.rings')}</h2>
        {items !== undefined && <span className="m">{total}</span>}
        <span className="grow" />
        <span className="m small">{t('queue.byRank')}</span>
      </div>
      <div className="rings">
        {rings.error !== null && (
          <FailureNote error={rings.error} onRetry={() => void rings.refetch()} />
        )}
        {rings.isLoading && (
          <div style={{ padding: 12 }}>
            <Bones rows={9} />
          </div>
        )}
        {hasRun && items?.length === 0 && (
          <div className="blank">
            <h2>{t('empty.ringsTitle')}</h2>
            <p>{t('empty.rings')}</p>
          </div>
        )}
        <ul>
          {items?.map((ring) => (
            <li key={ring.id}>
              <RingRow
                ring={ring}
                current={ring.id === current}
                onOpen={() => void openRing(ring.id)}
              />
            </li>
          ))}
        </ul>
      </div>
      {items !== undefined && items.length > 0 && (
        <p className="foot">
          {t('queue.shown', { count: items.length, total })}
          {omitted > 0 && ` ${t('queue.leftOut', { count: omitted })}`}
        </p>
      )}
    </>
  )
}
