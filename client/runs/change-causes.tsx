import { useTranslation } from 'react-i18next'

import type { RingChange } from '../../server/contract/runs.ts'
import { causeText } from '../i18n/cause-text.ts'
import { type Names, nameOf } from './shop-names.tsx'

const shownMost = 2

/** Why a ring changed: the first causes, and all that are kept in the tooltip. */
export function ChangeCauses({
  ring,
  names,
}: {
  readonly ring: RingChange
  readonly names: Names
}) {
  const { t } = useTranslation()
  const { causes, causesOmitted = 0, change } = ring
  if (change === 'unchanged') return <span className="m">{t('changes.nothing')}</span>
  if (causes === undefined) return <span className="m small">{t('changes.noCauses')}</span>
  const said = causes.map((cause) => causeText(t, cause, (key) => nameOf(names, key)))
  const more = said.length + causesOmitted - shownMost
  return (
    <span className="small" title={said.join('\n')}>
      {said.slice(0, shownMost).map((text) => (
        <span key={text} className="change-cause s2">
          {text}
        </span>
      ))}
      {0 < more && <span className="m nowrap">{t('changes.more', { count: more })}</span>}
    </span>
  )
}
