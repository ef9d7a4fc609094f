import { useTranslation } from 'react-i18next'

import type { Ring } from '../../server/contract/ring.ts'
import { useExplorer } from '../scene/store.ts'

/** What became of the ring since the run before; nothing where its shops are the same, or where no run came before. */
export function RingEventNote({ ring: { event } }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  const isFirst = useExplorer(({ seen }) => seen?.run?.id === 1)
  if (event === undefined || isFirst) return null
  const { change, gained, lost } = event
  return (
    <>
      <h2 className="sub">{t('ring.event')}</h2>
      <p className="s2">
        {t('ring.eventShops', {
          change: t(`ring.became_${change}`),
          gained: gained.length,
          lost: lost.length,
        })}
      </p>
    </>
  )
}
