import type { ScenePaper } from '../../server/contract/desk.ts'
import { emptyFilter, type Filter } from '../filter/filter.ts'
import type { Sense } from '../scene/beginnings.ts'
import { momentIn } from '../scene/moment.ts'
import type { View } from '../scene/patch.ts'
import type { Layout } from '../scene/scene.ts'
import type { ExplorerState } from '../scene/store.ts'
import { type TimeWindow, windowIn, windowText } from '../scene/time-window.ts'

type Body = ScenePaper['body']

const layouts: readonly Layout[] = ['lanes', 'force', 'map', 'split', 'table']

/** What of a view is kept when it is saved: ids and places, and nothing that the store says anew. */
export function sceneBody(
  { scene, layout }: View,
  {
    asOf,
    knownAt,
    filter,
    sense,
    window,
  }: Pick<ExplorerState, 'asOf' | 'knownAt' | 'filter' | 'sense' | 'window'>,
) {
  return {
    ...(scene.ring && { ring: scene.ring.id }),
    keys: [...scene.nodes.keys()],
    hidden: [...scene.hidden],
    pinned: [...scene.pinned].map(([key, { x, y }]) => ({ key, x, y })),
    layout,
    ...(asOf !== undefined && { asOf }),
    filters: {
      ...filtersOf(filter),
      ...(sense === 'known' && { known: ['1'] }),
      ...(knownAt !== undefined && { knownAt: [knownAt] }),
      ...(window && { window: [windowText(window)] }),
    },
  }
}

/** A layout by its name; that of the page when a later version named one that this one does not know. */
export function layoutOf(name: string, otherwise: Layout): Layout {
  return layouts.find((layout) => layout === name) ?? otherwise
}

export function filterOf({ off, from, to }: Body['filters']): Filter {
  const [since, until] = [from?.[0], to?.[0]]
  return {
    ...emptyFilter,
    ...(off !== undefined && { off }),
    ...(since !== undefined && { from: since }),
    ...(until !== undefined && { to: until }),
  }
}

/** How the date was read, the moment of knowledge, and the window over the time. */
export function timeOf({ known, knownAt, window }: Body['filters']): {
  readonly sense: Sense
  readonly knownAt: string | undefined
  readonly window: TimeWindow | undefined
} {
  return {
    sense: known?.[0] === '1' ? 'known' : 'true',
    knownAt: momentIn(knownAt?.[0]),
    window: windowIn(window?.[0] ?? null),
  }
}

function filtersOf({ off, from, to }: Filter): Body['filters'] {
  return {
    ...(off.length > 0 && { off: [...off] }),
    ...(from !== undefined && { from: [from] }),
    ...(to !== undefined && { to: [to] }),
  }
}
