import { noteFilterCleared } from '../commands/travel-beside.ts'
import { select, useExplorer } from '../scene/store.ts'
import { emptyFilter, type Filter } from './filter.ts'
import { shownSceneNow } from './use-shown-scene.ts'

/** Puts a filter in place; what it leaves out is no longer selected. The scene and its history stay as they are. */
export function setFilter(filter: Filter): void {
  useExplorer.setState({ filter })
  const { selection } = useExplorer.getState()
  if (selection?.kind !== 'nodes') return
  const { hidden } = shownSceneNow().scene
  const keys = selection.keys.filter((key) => !hidden.has(key))
  if (keys.length === selection.keys.length) return
  select(keys.length === 0 ? undefined : { kind: 'nodes', keys })
}

export function clearFilter(): void {
  noteFilterCleared(useExplorer.getState().filter)
  setFilter(emptyFilter)
}
