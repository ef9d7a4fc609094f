import { noteFilter, noteFilterCleared } from '../commands/travel-beside.ts'
import type { Selection } from '../scene/scene.ts'
import { select, useExplorer } from '../scene/store.ts'
import { emptyFilter, type Filter } from './filter.ts'
import { shownSceneNow } from './use-shown-scene.ts'

/** Puts a filter in place, as a step that undo takes back; what it leaves out is no longer selected. The scene stays as it is. */
export function setFilter(filter: Filter): void {
  const { filter: was, selection } = useExplorer.getState()
  useExplorer.setState({ filter })
  const left = stillShown(selection)
  noteFilter(was, filter, left === selection ? undefined : { was: selection, is: left })
  if (left !== selection) select(left)
}

export function clearFilter(): void {
  noteFilterCleared(useExplorer.getState().filter)
  useExplorer.setState({ filter: emptyFilter })
}

function stillShown(selection: Selection | undefined): Selection | undefined {
  if (selection?.kind !== 'nodes') return selection
  const { hidden } = shownSceneNow().scene
  const keys = selection.keys.filter((key) => !hidden.has(key))
  if (keys.length === selection.keys.length) return selection
  return keys.length === 0 ? undefined : { kind: 'nodes', keys }
}
