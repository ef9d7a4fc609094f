import i18next from 'i18next'

import { linksQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { linkId } from '../scene/scene.ts'
import { run, select, useExplorer } from '../scene/store.ts'
import { notifyFailure, say } from '../shell/notify.ts'

/** Opens why two shops are linked, the surest link first; one that is not in the picture is brought into it, as a step. */
export async function whyLinked(a: string, b: string): Promise<void> {
  try {
    const { links } = await queryClient.fetchQuery(linksQuery(a, b))
    const [link] = links
    if (link === undefined) {
      say(i18next.t('menu.notLinked', { a: nameOf(a), b: nameOf(b) }))
      return
    }
    const id = linkId(link)
    const { view } = useExplorer.getState()
    if (!view.scene.links.has(id) || view.scene.hidden.has(id)) {
      const scene = {
        ...view.scene,
        links: new Map([...view.scene.links, [id, link]]),
        hidden: new Set([...view.scene.hidden].filter((own) => own !== id)),
      }
      run({ code: 'added', name: `${nameOf(a)} – ${nameOf(b)}` }, { ...view, scene })
    }
    select({ kind: 'link', id })
  } catch (error) {
    notifyFailure(error)
  }
}

function nameOf(key: string): string {
  return useExplorer.getState().view.scene.nodes.get(key)?.name ?? key
}
