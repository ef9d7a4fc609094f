import { expansionsOf, withoutStep } from '../scene/collapse.ts'
import { run, useExplorer } from '../scene/store.ts'

/** Takes back what the latest expansion of a node brought, and nothing else; a step of its own, so that undo brings it again. */
export function collapse(key: string): void {
  const { view, history } = useExplorer.getState()
  const step = expansionsOf(history, key).at(-1)
  if (step === undefined) return
  const scene = withoutStep(view.scene, history, step)
  const count = view.scene.nodes.size - scene.nodes.size
  const name = view.scene.nodes.get(key)?.name ?? key
  run({ code: 'collapsed', name, count }, { ...view, scene }, { collapsed: step.id })
}
