import { useTranslation } from 'react-i18next'

import type { Life } from '../../server/contract/graph.ts'

/** The lives of a shop in one line: from when to when, and how each ended. */
export function LifeLine({ lives }: { readonly lives: readonly Life[] }) {
  const { t } = useTranslation()
  return lives.map((life, place) => (
    // Two lives of one shop can be unknown at both ends; their order is their identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order.
    <span key={place}>
      {place > 0 && '; '}
      {life.began !== 'opened' && `${t(`began.${life.began}`)} `}
      {life.from ?? t('node.beganUnknown')} –{' '}
      {life.to ?? (life.ended === undefined ? t('node.noEnd') : '')}
      {life.ended !== undefined && <span className="bad"> {t(`ended.${life.ended}`)}</span>}
    </span>
  ))
}
