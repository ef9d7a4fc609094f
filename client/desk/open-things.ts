import type { GatherAnswer } from '../../server/contract/desk.ts'
import { call } from '../api/call.ts'
import { emptyScene } from '../scene/build-scene.ts'
import { type Beside, emptyHistory, type StepName } from '../scene/history.ts'
import type { View } from '../scene/patch.ts'
import { edgeId, linkId, type Scene } from '../scene/scene.ts'
import { run, select, useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'

/** Shows things by their keys as a scene of their own, with what is known among them; a step that undo takes back. */
export async function openThings(
  keys: readonly string[],
  { code }: { readonly code: 'gathered' },
): Promise<void> {
  if (keys.length === 0) return
  try {
    const answer = await call('gather', { body: { keys: [...keys] } })
    const { view } = useExplorer.getState()
    showView({ code, count: answer.nodes.length }, { ...view, scene: gatheredScene(answer) })
  } catch (error) {
    notifyFailure(error)
  }
}

/** The scene of things that were gathered. */
export function gatheredScene(answer: GatherAnswer): Scene {
  return {
    ...emptyScene,
    nodes: new Map(answer.nodes.map((node) => [node.key, node])),
    edges: new Map(answer.edges.map((edge) => [edgeId(edge), edge])),
    links: new Map(answer.links.map((link) => [linkId(link), link])),
    holders: new Map(Object.entries(answer.holders)),
    generic: new Set(answer.generic),
    events: answer.events,
  }
}

/** Puts a view on the canvas under a name; the first one that is opened is where the log begins. */
export function showView(name: StepName, after: View, beside?: Beside): void {
  const { base } = useExplorer.getState()
  if (base === undefined) useExplorer.setState({ base: name, history: emptyHistory, view: after })
  else run(name, after, beside === undefined ? {} : { beside })
  if (beside?.asOf !== undefined) useExplorer.setState({ asOf: beside.asOf.is })
  if (beside?.knownAt !== undefined) useExplorer.setState({ knownAt: beside.knownAt.is })
  if (beside?.filter !== undefined) useExplorer.setState({ filter: beside.filter.is })
  if (beside?.sense !== undefined) useExplorer.setState({ sense: beside.sense.is })
  if (beside?.window !== undefined) useExplorer.setState({ window: beside.window.is })
  useExplorer.setState({ opening: undefined, replaying: false, kept: undefined })
  select(undefined)
}
