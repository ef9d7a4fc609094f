import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { healthQuery } from '../api/queries.ts'
import { Tabs } from '../marks/tabs.tsx'
import { StoreNote } from '../shell/store-note.tsx'
import { ChokePoints } from './choke-points.tsx'
import { Enablers } from './enablers.tsx'
import './targets.css'

type Part = 'chokePoints' | 'enablers'

/** Whom and what to act on beside single shops: where many rings hang together, and what very many shops use. */
export function TargetsPage() {
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>('chokePoints')
  const health = useQuery(healthQuery).data
  return (
    <div className="page-body targets">
      <StoreNote health={health} />
      <Tabs<Part>
        label={t('pages.targetsTitle')}
        tabs={[
          { id: 'chokePoints', label: t('targets.chokePoints') },
          { id: 'enablers', label: t('targets.enablers') },
        ]}
        chosen={part}
        onChoose={setPart}
      />
      {part === 'chokePoints' ? <ChokePoints /> : <Enablers />}
    </div>
  )
}
