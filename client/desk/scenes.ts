import i18next from 'i18next'

import type { ScenePaper } from '../../server/contract/desk.ts'
import { call } from '../api/call.ts'
import { ringQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { ringScene } from '../scene/build-scene.ts'
import { signatureOf } from '../scene/kept.ts'
import type { Scene } from '../scene/scene.ts'
import { useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'
import { scenesQuery } from './desk-queries.ts'
import { filterOf, layoutOf, sceneBody, timeOf } from './kept-scene.ts'
import { gatheredScene, showView } from './open-things.ts'
import { tell } from './tell.ts'

/** Saves what is on the canvas under a name, with its places. */
export async function saveScene(said: {
  readonly name: string
  readonly by: string
  readonly case: string | undefined
}): Promise<boolean> {
  const state = useExplorer.getState()
  const { scene } = state.view
  return await carried(async () => {
    const { id } = await call('putScene', { body: { ...sceneBody(state.view, state), ...said } })
    useExplorer.setState({ kept: { id, signature: signatureOf(scene) } })
  })
}

export async function renameScene({ id, body }: ScenePaper, name: string): Promise<boolean> {
  const { at: _at, retractedAt: _retracted, ...said } = body
  return await carried(async () => {
    await call('putScene', { body: { ...said, id, name } })
  })
}

export async function retractScene({ id, body }: ScenePaper): Promise<void> {
  const done = await carried(async () => {
    await call('retractScene', { params: { id } })
  })
  if (done) tell(i18next.t('scenes.withdrawn', { name: body.name }))
}

/** Shows a saved scene as it was left; what is known of its things is read anew. A step that undo takes back. */
export async function openScene({ id, body }: ScenePaper): Promise<void> {
  try {
    const answer = await call('gather', { body: { keys: body.keys } })
    const ring = body.ring === undefined ? undefined : await ringOf(body.ring)
    const things = gatheredScene(answer)
    const scene = ring === undefined ? things : within(ring, things)
    const { view, asOf, knownAt, filter, sense, window } = useExplorer.getState()
    const time = timeOf(body.filters)
    const after = {
      layout: layoutOf(body.layout, view.layout),
      scene: {
        ...scene,
        hidden: new Set(body.hidden.filter((key) => scene.nodes.has(key))),
        pinned: new Map(body.pinned.map(({ key, x, y }) => [key, { x, y }])),
      },
    }
    showView({ code: 'openedScene', name: body.name }, after, {
      asOf: { was: asOf, is: body.asOf },
      knownAt: { was: knownAt, is: time.knownAt },
      filter: { was: filter, is: filterOf(body.filters) },
      sense: { was: sense, is: time.sense },
      window: { was: window, is: time.window },
    })
    useExplorer.setState({ kept: { id, signature: signatureOf(after.scene) } })
    const gone = answer.unknown.length
    if (gone > 0) tell(i18next.t('scenes.gone', { count: gone }))
  } catch (error) {
    notifyFailure(error)
  }
}

/** The ring as the current run has it; a later run may have it no more, and then the things stand for themselves. */
async function ringOf(id: string): Promise<Scene | undefined> {
  const answer = await queryClient.fetchQuery(ringQuery(id)).catch(() => undefined)
  return answer && ringScene(answer)
}

/** What the ring says of the things that were kept, and nothing that was not in the picture. */
function within(ring: Scene, things: Scene): Scene {
  const links = [...ring.links].filter(
    ([, { from, to }]) => things.nodes.has(from) && things.nodes.has(to),
  )
  return {
    ...things,
    ring: ring.ring,
    links: new Map([...links, ...things.links]),
    attributions: ring.attributions,
    events: ring.events,
  }
}

async function carried(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    await queryClient.invalidateQueries({ queryKey: scenesQuery.queryKey })
    return true
  } catch (error) {
    notifyFailure(error)
    return false
  }
}
