import { IconRoute2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { select, useExplorer } from '../scene/store.ts'
import { usePaths } from './path-state.ts'

/** While something of a way is looked at, the list of ways is one click away. */
export function PathsBack() {
  const { t } = useTranslation()
  const waits = usePaths(({ question }) => question !== undefined)
  const selected = useExplorer(({ selection }) => selection !== undefined)
  if (!waits || !selected) return null
  return (
    <button type="button" className="paths-back inset" onClick={() => select(undefined)}>
      <IconRoute2 className="i" size={14} stroke={1.75} aria-hidden="true" />
      {t('picking.back')}
    </button>
  )
}
