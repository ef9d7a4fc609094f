import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { EventsAnswer } from '../../server/contract/ring.ts'
import { eventsQuery } from '../api/queries.ts'
import { expandAll } from '../commands/expand.ts'
import { openFirst } from '../commands/open.ts'
import { pick } from '../commands/path.ts'
import { setAsOf, setReplaying } from '../commands/replay.ts'
import { drop } from '../commands/select-pin.ts'
import { setSense, setWindow } from '../commands/time.ts'
import { useHeldUntil } from '../desk/holds.ts'
import { filtersOn } from '../filter/filter.ts'
import { useShownScene } from '../filter/use-shown-scene.ts'
import { Canvas } from '../graph/canvas.tsx'
import { useFans } from '../graph/fan-state.ts'
import { openMenu } from '../graph/menu-state.ts'
import { withTexts } from '../i18n/i18n.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { FailureNote } from '../marks/failure-note.tsx'
import { PickingNote } from '../paths/picking-note.tsx'
import { useLit } from '../paths/use-lit.ts'
import { asOfIn } from '../scene/as-of.ts'
import { usePreferences } from '../scene/preferences.ts'
import type { Layout } from '../scene/scene.ts'
import { useStagedScene } from '../scene/staged-scene.ts'
import { select, useExplorer } from '../scene/store.ts'
import { readUrl } from '../scene/url-state.ts'
import { useStanding } from '../scene/use-standing.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { EmptyScene, NoRun } from './empty.tsx'
import { Legend } from './legend.tsx'
import { NewRunBanner } from './new-run-banner.tsx'
import { UnfinishedBanner } from './unfinished-banner.tsx'
import { ViewBar } from './view-bar.tsx'

/** The picture with its bar above and its timeline below. */
export function Center() {
  const { t } = useTranslation()
  const hasRun = useExplorer(({ seen }) => seen?.run !== undefined)
  const layout = useExplorer((state) => state.view.layout)
  return (
    <main className="center">
      <NewRunBanner />
      <UnfinishedBanner />
      <Known />
      <ViewBar />
      <section className="stage" aria-label={t('shell.canvas')}>
        <div className="fill">
          <Stage />
        </div>
      </section>
      {!isOverCanvas(layout) && <Legend />}
      {hasRun && <Strip />}
    </main>
  )
}

/** The banner of a moment of knowledge, with its texts, comes when one is first chosen. */
const KnownBanner = lazy(async () => ({
  default: (await withTexts(() => import('../known/known-banner.tsx'))).KnownBanner,
}))

function Known() {
  const isPast = useExplorer(({ knownAt }) => knownAt !== undefined)
  return isPast ? (
    <Suspense fallback={<div className="banner" />}>
      <KnownBanner />
    </Suspense>
  ) : null
}

/** The canvas stays mounted while another ring is fetched: what is seen does not flash. */
function Stage() {
  const { layout } = useExplorer((state) => state.view)
  const { scene } = useShownScene()
  const pictured = usePictured(layout)
  const selection = useExplorer((state) => state.selection)
  const lit = useLit()
  const fanned = useFans((state) => state.fanned)
  const staged = useStagedScene(scene, pictured)
  const standing = useStanding(staged.scene)
  const sense = useExplorer((state) => state.sense)
  const failure = useExplorer((state) => state.failure)
  const asOf = useAsOf()
  const seen = useExplorer((state) => state.seen)
  const opening = useExplorer((state) => state.opening)
  const theme = usePreferences((preferences) => preferences.theme)
  const language = useLanguage()
  const held = useHeldUntil()
  if (failure !== undefined) {
    return <FailureNote error={failure} onRetry={() => void openFirst(readUrl(location.search))} />
  }
  if (scene.nodes.size === 0) {
    if (seen === undefined || opening !== undefined) return <Opening />
    return seen.run === undefined ? <NoRun records={seen.records} /> : <EmptyScene />
  }
  return (
    <>
      <div className="fill" inert={isOverCanvas(layout)}>
        <Canvas
          scene={staged.scene}
          candidates={staged.candidates}
          fanned={fanned}
          layout={pictured}
          selection={lit ?? selection}
          asOf={asOf}
          held={held}
          sense={sense}
          standing={standing}
          theme={theme}
          language={language}
          onSelect={pick}
          onExpand={(key) => void expandAll(key)}
          onMenu={(subject, at) => void openMenu(subject, at)}
          onDrop={drop}
        />
      </div>
      {layout === 'table' && (
        <Suspense fallback={<Opening />}>
          <TableView />
        </Suspense>
      )}
      {(layout === 'map' || layout === 'split') && (
        <Suspense fallback={<Opening />}>
          <MapStage split={layout === 'split'} />
        </Suspense>
      )}
      <PickingNote />
    </>
  )
}

/** The table and the rows that it draws come when they are first asked for. */
const TableView = lazy(async () => ({
  default: (await import('../table/table-view.tsx')).TableView,
}))

/** The map and its outline come when they are first asked for. */
const MapStage = lazy(async () => ({
  default: (await withTexts(() => import('../map/map-stage.tsx'))).MapStage,
}))

/** These views lie over the canvas, which stays as it was. */
function isOverCanvas(layout: Layout): boolean {
  return layout === 'table' || layout === 'map' || layout === 'split'
}

/** What the canvas shows: under the table or map it stays as it was, with its camera and its places. */
function usePictured(layout: Layout): Layout {
  const last = useRef<Layout>('lanes')
  if (!isOverCanvas(layout)) last.current = layout
  return last.current
}

const noMonths: EventsAnswer['months'] = []

function Strip() {
  const { t } = useTranslation()
  const { scene } = useShownScene()
  const standing = useStanding(scene)
  const filtered = useExplorer((state) => 0 < filtersOn(state.filter))
  const sense = useExplorer((state) => state.sense)
  const window = useExplorer((state) => state.window)
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
        filtered={filtered}
        sense={sense}
        window={window}
        standing={standing}
        onAsOf={setAsOf}
        onSense={setSense}
        onWindow={setWindow}
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

function useAsOf(): string {
  return useExplorer(asOfIn)
}
