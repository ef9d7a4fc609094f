import { shownSceneNow } from '../filter/use-shown-scene.ts'
import { run, useExplorer } from '../scene/store.ts'
import { others, shownKeys } from './select-sets.ts'

/** Takes everything but these off the canvas, one step that can be undone; nothing is deleted. */
export function hideOthers(keys: readonly string[]): void {
  const left = others(shownKeys(shownSceneNow().scene), keys)
  if (keys.length === 0 || left.length === 0) return
  const { view } = useExplorer.getState()
  const hidden = new Set([...view.scene.hidden, ...left])
  run({ code: 'hidOthers', count: left.length }, { ...view, scene: { ...view.scene, hidden } })
}

/** Brings back everything that was hidden by hand; what the filter leaves out stays out. */
export function showHidden(): void {
  const { view } = useExplorer.getState()
  const count = view.scene.hidden.size
  if (count === 0) return
  run({ code: 'shownAgain', count }, { ...view, scene: { ...view.scene, hidden: new Set() } })
}
