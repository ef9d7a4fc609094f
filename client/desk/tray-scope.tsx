import { useTranslation } from 'react-i18next'

import type { RingAnswer } from '../../server/contract/ring.ts'
import { thingsNamed } from './subject.ts'
import { useTray } from './tray.ts'

/** What of the tray leaves with a lead on this ring, and what does not; nothing while the tray is empty. */
export function TrayScope({ answer }: { readonly answer: RingAnswer | undefined }) {
  const { t } = useTranslation()
  const things = thingsNamed(useTray())
  if (things.length === 0 || answer === undefined) return null
  const inRing = new Set(answer.nodes.map(({ key }) => key))
  const within = things.filter((key) => inRing.has(key)).length
  const left = things.length - within
  return (
    <p className="tell">
      {within > 0 && t('tray.scope', { count: within })}{' '}
      {left > 0 && t('tray.scopeLeft', { count: left })}
    </p>
  )
}
