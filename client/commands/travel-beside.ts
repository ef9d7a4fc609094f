import { emptyFilter, type Filter, filtersOn } from '../filter/filter.ts'
import { noteBeside, noteDate } from '../scene/branches.ts'
import { type Beside, freshId, type History, type Step, type StepName } from '../scene/history.ts'
import { select, useExplorer } from '../scene/store.ts'

/** Shows the scene as of a date (undefined: that of the run); moves in a row are one step that undo takes back. */
export function moveDate(date: string | undefined): void {
  const { asOf } = useExplorer.getState()
  if (asOf === date) return
  note(noteDate, { code: 'asOf', date }, { asOf: { was: asOf, is: date } })
  useExplorer.setState({ asOf: date })
}

/** Selects nothing any more, as a step: what was picked together by hand is not lost to one click. */
export function clearSelection(): void {
  const { selection } = useExplorer.getState()
  if (selection === undefined) return
  const count = selection.kind === 'nodes' ? selection.keys.length : 1
  note(noteBeside, { code: 'cleared', count }, { selection: { was: selection, is: undefined } })
  select(undefined)
}

/** Says in the log that the filter was cleared, before it is. */
export function noteFilterCleared(was: Filter): void {
  const count = filtersOn(was)
  if (count === 0) return
  note(noteBeside, { code: 'filterCleared', count }, { filter: { was, is: emptyFilter } })
}

function note(
  put: (history: History, step: Step) => History,
  name: StepName,
  beside: Beside,
): void {
  const { history, base } = useExplorer.getState()
  // Before anything was opened there is no log.
  if (base === undefined) return
  const step = { id: freshId(history), at: Date.now(), name, patch: {}, beside }
  useExplorer.setState({ history: put(history, step) })
}
