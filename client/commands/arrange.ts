import type { Layout } from '../scene/scene.ts'
import { run, useExplorer } from '../scene/store.ts'

/** Lays the same scene out in another way; a step that can be undone. */
export function setLayout(layout: Layout): void {
  const { view } = useExplorer.getState()
  if (view.layout !== layout) run({ code: 'layout', layout }, { ...view, layout })
}

export function nextLayout(): void {
  setLayout(useExplorer.getState().view.layout === 'lanes' ? 'force' : 'lanes')
}

/** Takes nodes off the canvas; nothing is deleted, and undo brings them back. */
export function hide(keys: readonly string[]): void {
  const { view } = useExplorer.getState()
  const hidden = new Set([...view.scene.hidden, ...keys])
  run({ code: 'hid', count: keys.length }, { ...view, scene: { ...view.scene, hidden } })
  useExplorer.setState({ selection: undefined, staged: undefined })
}
