import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { RingAnswer } from '../../server/contract/ring.ts'
import { DraftForm } from '../leads/draft-form.tsx'
import { LeadForm } from './lead-form.tsx'
import { Scope, useTrayShops } from './scope.tsx'

const ways = ['atOnce', 'draft'] as const
type Way = (typeof ways)[number]

interface LeadWaysProps {
  readonly ring: RingAnswer['ring']
  readonly onClose: () => void
}

/** A lead on a ring: sealed at once, or drafted for others to review and approve. */
export function LeadWays({ ring, onClose }: LeadWaysProps) {
  const [way, setWay] = useState<Way>('atOnce')
  const [narrow, setNarrow] = useState(false)
  const inTray = useTrayShops(ring)
  const shops =
    narrow && 0 < inTray.length && inTray.length < ring.members.length ? inTray : undefined
  const choice = (
    <>
      <WayChoice way={way} onWay={setWay} />
      <Scope ring={ring} shops={inTray} narrow={narrow} onNarrow={setNarrow} />
    </>
  )
  if (way === 'atOnce') {
    return (
      <LeadForm ring={ring} shops={shops} onClose={onClose}>
        {choice}
      </LeadForm>
    )
  }
  return (
    <div className="dialog-body">
      {choice}
      <DraftForm ring={ring} shops={shops} onClose={onClose} />
    </div>
  )
}

interface WayChoiceProps {
  readonly way: Way
  readonly onWay: (way: Way) => void
}

function WayChoice({ way, onWay }: WayChoiceProps) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for.
    <div role="group" aria-label={t('lead.way')}>
      <div className="seg">
        {ways.map((own) => (
          <button key={own} type="button" aria-pressed={own === way} onClick={() => onWay(own)}>
            {t(`lead.${own}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
