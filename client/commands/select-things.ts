import { shownSceneNow } from '../filter/use-shown-scene.ts'
import { drawnKeys } from '../graph/drawn-now.ts'
import { select, useExplorer } from '../scene/store.ts'
import { others, shownKeys } from './select-sets.ts'

/** Selects these things in place of what was selected. */
export function selectKeys(keys: readonly string[]): void {
  select(keys.length === 0 ? undefined : { kind: 'nodes', keys })
}

export function selectedKeys(): readonly string[] {
  const { selection } = useExplorer.getState()
  return selection?.kind === 'nodes' ? selection.keys : []
}

/** What can be seen: on the canvas what it draws, which folds contacts; in every other view all that is not hidden. */
export function visibleKeys(): readonly string[] {
  const shown = shownKeys(shownSceneNow().scene)
  const { layout } = useExplorer.getState().view
  const drawn = layout === 'lanes' || layout === 'force' ? drawnKeys() : undefined
  if (drawn === undefined) return shown
  return shown.filter((key) => drawn.has(key))
}

export function selectVisible(): void {
  selectKeys(visibleKeys())
}

export function selectInverse(): void {
  selectKeys(others(visibleKeys(), selectedKeys()))
}
