import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { EventsAnswer } from '../../server/contract/ring.ts'
import { eventsQuery } from '../api/queries.ts'
import { expandAll } from '../commands/expand.ts'
import { openFirst } from '../commands/open.ts'
import { setAsOf, setReplaying } from '../commands/replay.ts'
import { Canvas } from '../graph/canvas.tsx'
import { useLanguage } from '../i18n/use-language.ts'
import { FailureNote } from '../marks/failure-note.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { select, useExplorer } from '../scene/store.ts'
import { readUrl } from '../scene/url-state.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { EmptyScene, NoRun } from './empty.tsx'
import { Legend } from './legend.tsx'
import { NewRunBanner } from './new-run-banner.tsx'
import { ViewBar } from './view-bar.tsx'

/** The picture with its bar above and its timeline below. */
export function Center() {
  const { t } = useTranslation()
  const hasRun = useExplorer(({ seen }) => seen?.run !== undefined)
  return (
    <main className="center">
      <NewRunBanner />
      <ViewBar />
      <section className="stage" aria-label={t('shell.canvas')}>
        <div className="fill">
          <Stage />
        </div>
      </section>
      <Legend />
      {hasRun && <Strip />}
    </main>
  )
}

/** The canvas stays mounted while another ring is fetched: what is seen does not flash. */
function Stage() {
  const { scene, layout } = useExplorer((state) => state.view)
  const selection = useExplorer((state) => state.selection)
  const failure = useExplorer((state) => state.failure)
  const asOf = useAsOf()
  const seen = useExplorer((state) => state.seen)
  const opening = useExplorer((state) => state.opening)
  const theme = usePreferences((preferences) => preferences.theme)
  const language = useLanguage()
  if (failure !== undefined) {
    return <FailureNote error={failure} onRetry={() => void openFirst(readUrl(location.search))} />
  }
  if (scene.nodes.size === 0) {
    if (seen === undefined || opening !== undefined) return <Opening />
    return seen.run === undefined ? <NoRun records={seen.records} /> : <EmptyScene />
  }
  return (
    <Canvas
      scene={scene}
      layout={layout}
      selection={selection}
      asOf={asOf}
      theme={theme}
      language={language}
      onSelect={select}
      onExpand={(key) => void expandAll(key)}
    />
  )
}

const noMonths: EventsAnswer['months'] = []

function Strip() {
  const { t } = useTranslation()
  const scene = useExplorer((state) => state.view.scene)
  const selection = useExplorer((state) => state.selection)
  const months = useQuery(eventsQuery).data?.months ?? noMonths
  const playing = useExplorer((state) => state.replaying)
  const asOf = useAsOf()
  const language = useLanguage()
  return (
    <section className="strip" aria-label={t('shell.timeline')}>
      <Timeline
        scene={scene}
        months={months}
        asOf={asOf}
        selection={selection}
        language={language}
        onAsOf={setAsOf}
        onSelect={select}
        playing={playing}
        onPlaying={setReplaying}
      />
    </section>
  )
}

function Opening() {
  const { t } = useTranslation()
  return (
    <div className="blank m" role="status">
      {t('shell.loading')}
    </div>
  )
}

/** The date of the picture: where the cursor was put, or the date of the run. Nothing is later than the end of time. */
function useAsOf(): string {
  return useExplorer(({ asOf, seen }) => asOf ?? seen?.run?.asOf ?? '9999-12-31')
}
