import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import { openFirst } from '../commands/open.ts'
import { emptyFilter, filtersOn } from '../filter/filter.ts'
import { type ExplorerState, select, useExplorer } from '../scene/store.ts'
import { readUrl, type UrlState, writeUrl } from '../scene/url-state.ts'

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
      void navigate({ to: '/', search: readUrl(text), replace: !opensAnother })
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
function urlOf({ view, selection, asOf, filter }: ExplorerState): UrlState {
  const { ring, nodes } = view.scene
  const shop = ring === undefined ? nodes.keys().next().value : undefined
  return {
    ring: ring?.id,
    shop,
    layout: view.layout,
    asOf,
    selection,
    filter: filtersOn(filter) === 0 ? undefined : filter,
  }
}

/** The back button, or an address typed over: show what it asks for. */
async function follow(search: UrlState): Promise<void> {
  const { view, asOf } = useExplorer.getState()
  const here = urlOf(useExplorer.getState())
  const sameScene = search.ring === here.ring && search.shop === here.shop
  if (!sameScene) return await openFirst({ ...search, layout: search.layout ?? view.layout })
  if (asOf !== search.asOf) useExplorer.setState({ asOf: search.asOf })
  useExplorer.setState({ filter: search.filter ?? emptyFilter })
  select(search.selection)
}
