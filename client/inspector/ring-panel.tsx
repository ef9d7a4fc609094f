import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Ring } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { ConflictNote } from '../desk/conflict-note.tsx'
import { StatedRoles } from '../desk/stated-roles.tsx'
import { LazyEvidenceFiles } from '../evidence/lazy-files.tsx'
import { withTexts } from '../i18n/i18n.ts'
import { codeText } from '../i18n/words.ts'
import { useNameLabel } from '../marks/name.tsx'
import { Tabs } from '../marks/tabs.tsx'
import { useExplorer } from '../scene/store.ts'
import { AttributionList } from './attribution-list.tsx'
import { Body } from './body.tsx'
import { Bridges } from './bridges.tsx'
import { LinkList } from './link-list.tsx'
import { Members } from './members.tsx'
import { RingEventNote } from './ring-event-note.tsx'
import { RingFragility } from './ring-fragility.tsx'
import { RingStrains } from './ring-strains.tsx'

/** Comes when a ring is first looked at. */
const Cleared = lazy(async () => ({
  default: (await withTexts(() => import('./cleared/cleared.tsx'))).Cleared,
}))

type Tab = 'summary' | 'members' | 'links' | 'factories'

/** A ring: why it stands where it does in the queue, what holds it together, who is in it, where its goods come from. */
export function RingPanel({ ring }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<Tab>('summary')
  const { attributions, links } = useExplorer((state) => state.view.scene)
  const { name, detail } = useNameLabel()(ring.name)
  return (
    <>
      <div className="head">
        <div className="row">
          <h1 className="clip">{name}</h1>
          <span className="s2 clip">{name === ring.name ? '' : detail}</span>
          <span className="grow" />
          <span className="chip line">{t('ring.kind')}</span>
        </div>
        <div className="verdict">
          <b>{ring.rank}</b>
          <p>{t('ring.rankNote')}</p>
        </div>
      </div>
      <Tabs
        label={t('shell.inspector')}
        tabs={[
          { id: 'summary', label: t('ring.summary') },
          { id: 'members', label: t('ring.members'), count: ring.size },
          { id: 'links', label: t('ring.allLinks'), count: links.size },
          { id: 'factories', label: t('ring.factories'), count: attributions.length },
        ]}
        chosen={tab}
        onChoose={setTab}
      />
      <Body>
        {tab === 'summary' && <ConflictNote about={ring.id} />}
        {tab === 'summary' && <Summary ring={ring} />}
        {tab === 'members' && <Members ring={ring} />}
        {tab === 'links' && <LinkList links={[...links.values()]} />}
        {tab === 'factories' && <AttributionList attributions={attributions} />}
      </Body>
    </>
  )
}

function Summary({ ring }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  return (
    <>
      <Suspense fallback={null}>
        <Cleared ring={ring.id} />
      </Suspense>
      <RingEventNote ring={ring} />
      <h2 className="sub">{t('ring.parts')}</h2>
      <dl className="leaves">
        {ring.parts.map(({ part, value, points }) => (
          <Part
            key={part}
            name={codeText(t, 'parts', part)}
            value={Math.round(value * 100) / 100}
            points={t('queue.points', { points: Math.round(points * 10) / 10 })}
          />
        ))}
      </dl>
      <h2 className="sub">{t('ring.holds')}</h2>
      <p className="row" style={{ flexWrap: 'wrap', gap: 4, marginBottom: 6 }}>
        {ring.channels.map((channel) => (
          <span key={channel} className="chip">
            {t(`channels.${channel}`)}
          </span>
        ))}
      </p>
      <p className="s2">
        {t('ring.holdsNote', { probability: probabilityText(ring.weakestStep) })}
      </p>
      <StatedRoles about={ring.id} end="of" />
      <RingFragility ring={ring} />
      <RingStrains ring={ring} />
      <Bridges bridges={ring.bridges} />
      <LazyEvidenceFiles looked={{ ring: ring.id }} about={ring.id} />
    </>
  )
}

interface PartProps {
  readonly name: string
  readonly value: number
  readonly points: string
}

function Part({ name, value, points }: PartProps) {
  return (
    <>
      <dt>
        {name} <span className="m">{value}</span>
      </dt>
      <dd className="num">{points}</dd>
    </>
  )
}
