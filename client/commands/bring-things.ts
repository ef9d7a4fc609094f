import { call } from '../api/call.ts'
import { withMore } from '../scene/build-scene.ts'
import { run, select, useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'

/** Things that are asked for at once, as in one picture at most. */
const gatheredMost = 2_000

/** Brings things by their keys into the picture, with what relates them to it, as one step under a name, and selects them. */
export async function bringThings(keys: readonly string[], name: string): Promise<void> {
  try {
    const { view } = useExplorer.getState()
    const asked = [...new Set([...keys, ...view.scene.nodes.keys()])].slice(0, gatheredMost)
    const { nodes, edges } = await call('gather', { body: { keys: asked } })
    const wanted = new Set(keys)
    const scene = withMore(view.scene, { nodes: nodes.filter(({ key }) => wanted.has(key)), edges })
    const isNew =
      scene.nodes !== view.scene.nodes ||
      scene.edges !== view.scene.edges ||
      scene.hidden.size !== view.scene.hidden.size
    if (isNew) run({ code: 'added', name }, { ...view, scene })
    select({ kind: 'nodes', keys: keys.filter((key) => scene.nodes.has(key)) })
  } catch (error) {
    notifyFailure(error)
  }
}
