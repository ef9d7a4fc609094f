import type { BareNode } from '../../server/contract/graph.ts'
import { nodeQuery, ringQuery, ringsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { emptyScene, ringScene, withMore } from '../scene/build-scene.ts'
import { emptyHistory, type StepName } from '../scene/history.ts'
import { pastIn } from '../scene/past.ts'
import type { View } from '../scene/patch.ts'
import type { Scene, Selection } from '../scene/scene.ts'
import { remember, run, select, useExplorer } from '../scene/store.ts'
import type { UrlState } from '../scene/url-state.ts'
import { openKept, openListed } from './open-kept.ts'

/** What the address asks for when the page starts: that ring or shop, or else the first ring of the queue. */
export async function openFirst(url: UrlState): Promise<void> {
  const { view, seen } = useExplorer.getState()
  useExplorer.setState({
    view: { ...view, layout: url.layout ?? 'lanes' },
    asOf: url.asOf,
    knownAt: url.knownAt,
    sense: url.known === true ? 'known' : 'true',
    window: url.window,
  })
  if (url.filter !== undefined) useExplorer.setState({ filter: url.filter })
  if (url.scene !== undefined && (await openKept(url))) return
  if (url.keys !== undefined) return await openListed(url)
  if (url.shop !== undefined) return await openShop(url.shop, url.selection)
  const ring = url.ring ?? (seen?.run === undefined ? undefined : await firstRing())
  if (ring !== undefined) await openRing(ring, url.selection)
}

/** Shows one ring; the first one opened is where the log begins. */
export async function openRing(id: string, selection?: Selection): Promise<void> {
  await opening(id, async () => {
    const answer = await queryClient.fetchQuery(ringQuery(id))
    const scene = ringScene(answer)
    return { scene, name: { code: 'openedRing', name: answer.ring.name }, selection }
  })
}

/** Shows one shop alone, as the start of a scene. */
export async function openShop(key: string, selection?: Selection): Promise<void> {
  await opening(key, async () => {
    const { node } = await queryClient.fetchQuery(nodeQuery(key))
    remember(node)
    return {
      scene: withMore(emptyScene, { nodes: [node] }),
      name: { code: 'openedShop', name: node.name },
      selection: selection ?? { kind: 'nodes', keys: [key] },
    }
  })
}

/** What choosing a thing by name does: select it where it is, open its ring, or bring it into the picture. */
export async function choose(node: BareNode): Promise<void> {
  remember(node)
  const { view } = useExplorer.getState()
  const selection: Selection = { kind: 'nodes', keys: [node.key] }
  if (view.scene.nodes.has(node.key) && !view.scene.hidden.has(node.key)) return select(selection)
  if (node.kind !== 'Shop') {
    const past = pastIn(useExplorer.getState())
    const scene = withMore(view.scene, { nodes: [past === undefined ? node : await asItIs(node)] })
    run({ code: 'added', name: node.name, past }, { ...view, scene })
    return select(selection)
  }
  const ring = await ringOf(node.key)
  await (ring === undefined ? openShop(node.key) : openRing(ring, selection))
}

/** What was found in a past, as it is known now: the date of the picture says what of it was there. */
async function asItIs(node: BareNode): Promise<BareNode> {
  const answer = await queryClient.fetchQuery(nodeQuery(node.key)).catch(() => undefined)
  return answer?.node ?? node
}

interface Opened {
  readonly scene: Scene
  readonly name: StepName
  readonly selection: Selection | undefined
}

/** Only what was asked for last is shown: an answer that comes late is kept in the cache alone. */
async function opening(id: string, fetch: () => Promise<Opened>): Promise<void> {
  useExplorer.setState({ opening: id, failure: undefined, staged: undefined, kept: undefined })
  try {
    const { scene, name, selection } = await fetch()
    if (useExplorer.getState().opening !== id) return
    show(scene, name)
    select(selection)
    useExplorer.setState({ opening: undefined })
  } catch (failure) {
    if (useExplorer.getState().opening === id) useExplorer.setState({ opening: undefined, failure })
  }
}

function show(scene: Scene, name: StepName): void {
  const { base, view } = useExplorer.getState()
  const after: View = { ...view, scene }
  if (base === undefined) useExplorer.setState({ base: name, history: emptyHistory, view: after })
  else run(name, after)
}

async function firstRing(): Promise<string | undefined> {
  const rings = await queryClient.fetchQuery(ringsQuery).catch(() => undefined)
  return rings?.items[0]?.id
}

async function ringOf(key: string): Promise<string | undefined> {
  const answer = await queryClient.fetchQuery(nodeQuery(key)).catch(() => undefined)
  return answer?.ring
}
