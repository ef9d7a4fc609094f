import { useTranslation } from 'react-i18next'

import { useExplorer } from '../scene/store.ts'
import { usePaths } from './path-state.ts'

/** Says over the canvas that the next click names an end of a path. */
export function PickingNote() {
  const { t } = useTranslation()
  const picking = usePaths((state) => state.picking)
  const name = useExplorer(({ view }) => view.scene.nodes.get(picking?.from ?? '')?.name)
  if (picking === undefined) return null
  return (
    <p className="picking-note" role="status">
      {name === undefined ? t('picking.pickFirst') : t('picking.pickSecond', { name })}{' '}
      <span className="m">{t('picking.cancel')}</span>
    </p>
  )
}
