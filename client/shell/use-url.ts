import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import { openFirst } from '../commands/open.ts'
import { emptyFilter, filtersOn } from '../filter/filter.ts'
import { keptId } from '../scene/kept.ts'
import type { View } from '../scene/patch.ts'
import { type ExplorerState, select, useExplorer } from '../scene/store.ts'
import { readUrl, sharedKeysMax, type UrlState, writeUrl } from '../scene/url-state.ts'
import { routeOf, usePage } from './page.ts'

/** Keeps the address and the page at one: the page is opened from the address, then writes it. */
export function useUrl(ready: boolean): void {
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const first = useRef(search)
  const written = useRef(writeUrl(search))
  const started = useRef(false)

  useEffect(() => {
    if (ready) void openFirst(first.current)
  }, [ready])

  useEffect(() => {
    const { e2e } = first.current
    return useExplorer.subscribe((state) => {
      // Until the address was followed, the page has nothing to write into it.
      started.current ||= state.base !== undefined
      if (!started.current || state.opening !== undefined) return
      const next = { ...urlOf(state), e2e }
      const text = writeUrl(next)
      if (text === written.current) return
      const before = readUrl(written.current).ring
      const opensAnother = before !== undefined && before !== next.ring
      written.current = text
      void navigate({
        ...routeOf(usePage.getState()),
        search: readUrl(text),
        replace: !opensAnother,
      })
    })
  }, [navigate])

  useEffect(() => {
    const text = writeUrl(search)
    if (text === written.current) return
    written.current = text
    void follow(search)
  }, [search])
}

/** What the address says of a state of the page. */
function urlOf(state: ExplorerState): UrlState {
  const { view, selection, asOf, knownAt, filter, kept, sense, window } = state
  return {
    ...subjectOf(view, keptId(kept, view.scene)),
    layout: view.layout,
    asOf,
    knownAt,
    known: sense === 'known' ? true : undefined,
    window,
    selection,
    filter: filtersOn(filter) === 0 ? undefined : filter,
  }
}

/** A saved scene says all of itself; things without a ring go by their keys as long as they are few. */
function subjectOf(
  { scene }: View,
  kept: string | undefined,
): Pick<UrlState, 'ring' | 'shop' | 'scene' | 'keys'> {
  const { ring, nodes } = scene
  if (kept !== undefined) return { scene: kept }
  if (ring !== undefined) return { ring: ring.id }
  const keys = [...nodes.keys()]
  if (1 < keys.length && keys.length <= sharedKeysMax) return { keys }
  return { shop: keys[0] }
}

function isSameScene(a: UrlState, b: UrlState): boolean {
  const keys = ({ keys = [] }: UrlState) => keys.join('\n')
  return a.scene === b.scene && a.ring === b.ring && a.shop === b.shop && keys(a) === keys(b)
}

/** The back button, or an address typed over: show what it asks for. */
async function follow(search: UrlState): Promise<void> {
  const { view } = useExplorer.getState()
  const here = urlOf(useExplorer.getState())
  if (!isSameScene(search, here))
    return await openFirst({ ...search, layout: search.layout ?? view.layout })
  useExplorer.setState({
    asOf: search.asOf,
    knownAt: search.knownAt,
    filter: search.filter ?? emptyFilter,
    sense: search.known === true ? 'known' : 'true',
    window: search.window,
  })
  select(search.selection)
}
