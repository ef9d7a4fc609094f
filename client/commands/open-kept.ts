import i18next from 'i18next'

import { queryClient } from '../api/query-client.ts'
import { scenesQuery } from '../desk/desk-queries.ts'
import { openThings } from '../desk/open-things.ts'
import { openScene } from '../desk/scenes.ts'
import { tell } from '../desk/tell.ts'
import { emptyFilter } from '../filter/filter.ts'
import { select, useExplorer } from '../scene/store.ts'
import type { UrlState } from '../scene/url-state.ts'

/** Shows the saved scene that an address names. Answers whether it is there; one that was withdrawn is not. */
export async function openKept(url: UrlState): Promise<boolean> {
  const answer = await queryClient.fetchQuery(scenesQuery).catch(() => undefined)
  const paper = answer?.items.find(({ id }) => id === url.scene)
  if (paper === undefined || paper.body.retractedAt !== undefined) {
    tell(i18next.t('share.gone'))
    return false
  }
  await openScene(paper)
  // An address that the page wrote says everything; one with the id alone leaves the rest to the scene.
  if (url.layout !== undefined) putOver(url)
  return true
}

/** Shows the things that an address lists. */
export async function openListed(url: UrlState): Promise<void> {
  await openThings(url.keys ?? [], { code: 'gathered' })
  putOver(url)
}

function putOver({ layout, asOf, knownAt, known, window, filter, selection }: UrlState): void {
  const { view } = useExplorer.getState()
  useExplorer.setState({
    view: { ...view, layout: layout ?? view.layout },
    asOf,
    knownAt,
    sense: known === true ? 'known' : 'true',
    window,
    filter: filter ?? emptyFilter,
  })
  select(selection)
}
