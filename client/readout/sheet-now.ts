import type { TFunction } from 'i18next'

import type { EventsAnswer } from '../../server/contract/ring.ts'
import type { Sheet } from '../../server/picture/sheet.ts'
import { timelinePicture } from '../../server/picture/timeline.ts'
import { words } from '../../server/picture/words.ts'
import { eventsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { filtersOn } from '../filter/filter.ts'
import { shownSceneNow } from '../filter/use-shown-scene.ts'
import { withGhosts } from '../graph/ghosts.ts'
import { scenePicture } from '../graph/scene-picture.ts'
import type { Language } from '../i18n/i18n.ts'
import { pastText } from '../marks/past-text.ts'
import { asOfIn } from '../scene/as-of.ts'
import type { Layout } from '../scene/scene.ts'
import { sceneThenIn } from '../scene/scene-then.ts'
import { standingOf } from '../scene/standing.ts'
import { type ExplorerState, useExplorer } from '../scene/store.ts'
import { shownPicture } from './shown-picture.ts'

const viewOf: Readonly<Record<Layout, 'canvas' | 'map'>> = {
  lanes: 'canvas',
  force: 'canvas',
  table: 'canvas',
  map: 'map',
  split: 'map',
}

/** What the view shows now, with everything that has to be said beside it; undefined while nothing is drawn. */
export function sheetNow(t: TFunction): Sheet | undefined {
  const state = useExplorer.getState()
  const shown = shownPicture(viewOf[state.view.layout])
  if (shown === undefined || shown.shapes.length === 0) return undefined
  const { title, shapes, box, notes, signs } = shown
  return {
    ...{ title, shapes, box, signs },
    subtitle: subtitleOf(t, state),
    lines: [...notes, ...originOf(t, state)],
  }
}

const stripPx = 1_040

/** The strip under the canvas: events by month and the lives of the chains, with the date drawn in. */
export function stripNow(t: TFunction, language: Language): Sheet | undefined {
  const state = useExplorer.getState()
  const { scene } = shownSceneNow()
  if (scene.nodes.size === 0) return undefined
  const months = queryClient.getQueryData<EventsAnswer>(eventsQuery.queryKey)?.months ?? []
  const asOf = asOfIn(state)
  const { sense, window } = state
  const standing = standingOf(scene, { asOf, sense, window, unknown: sceneThenIn(state).unknown })
  const until = latest(asOf, state.seen?.run?.asOf)
  const picture = timelinePicture(scenePicture(scene), months, {
    ...{ width: stripPx, asOf, until, words: words[language] },
    legend: false,
  })
  const shapes = withGhosts(picture.shapes, new Set([...standing.unborn, ...standing.outside]))
  return {
    title: picture.title,
    subtitle: subtitleOf(t, state),
    shapes,
    box: { left: 0, top: 0, right: picture.width, bottom: picture.height },
    signs: [],
    lines: [...picture.notes, ...originOf(t, state)],
  }
}

/** The date and how it is read, the moment of knowledge, the window, the filter. */
function subtitleOf(t: TFunction, state: ExplorerState): string {
  const { sense, window, filter, knownAt } = state
  const { things } = shownSceneNow()
  const date = asOfIn(state)
  return [
    t(sense === 'known' ? 'share.asOfKnown' : 'share.asOfTrue', { date }),
    ...(knownAt === undefined ? [] : [pastText(t, { knownAt })]),
    ...(window === undefined ? [] : [t('share.windowed', { ...window })]),
    ...(filtersOn(filter) === 0 ? [] : [t('share.filtered', { count: things })]),
  ].join(' · ')
}

/** Run and data, and what probabilities are. */
function originOf(t: TFunction, { seen }: ExplorerState): readonly string[] {
  if (seen === undefined) return [t('share.estimates')]
  const { run, datasets, store } = seen
  const origin = [
    run === undefined ? t('share.noRun') : t('share.run', { run: run.id, date: run.asOf }),
    t('share.dataset', { names: datasets.join(t('shell.comma')) }),
    ...(store.role === 'demo' ? [t('share.synthetic')] : []),
  ]
  return [origin.join(' · '), t('share.estimates')]
}

function latest(a: string, b: string | undefined): string {
  return b !== undefined && a < b ? b : a
}
