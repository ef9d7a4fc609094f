import { emptyFilter, type Filter, filtersOn } from '../filter/filter.ts'
import type { Sense } from '../scene/beginnings.ts'
import { noteBeside, noteDate, noteMove } from '../scene/branches.ts'
import { type Beside, freshId, type History, type Step, type StepName } from '../scene/history.ts'
import { select, useExplorer } from '../scene/store.ts'
import type { TimeWindow } from '../scene/time-window.ts'

/** Shows the scene as of a date (undefined: that of the run); moves in a row are one step that undo takes back. */
export function moveDate(date: string | undefined): void {
  const { asOf } = useExplorer.getState()
  if (asOf === date) return
  note(noteDate, { code: 'asOf', date }, { asOf: { was: asOf, is: date } })
  useExplorer.setState({ asOf: date })
}

/** Shows what was known at a moment, in UTC; moves in a row are one step. */
export function moveMoment(knownAt: string): void {
  const { knownAt: was } = useExplorer.getState()
  if (was === knownAt) return
  const put = (history: History, step: Step) => noteMove(history, step, 'knownAt')
  note(put, { code: 'knownAt', moment: knownAt }, { knownAt: { was, is: knownAt } })
  useExplorer.setState({ knownAt, told: undefined })
}

/** Shows everything as it is known now, as of the run: the one way out of both pasts. */
export function leavePast(): void {
  const { asOf, knownAt } = useExplorer.getState()
  if (knownAt === undefined) {
    moveDate(undefined)
    return
  }
  const beside: Beside = {
    knownAt: { was: knownAt, is: undefined },
    ...(asOf !== undefined && { asOf: { was: asOf, is: undefined } }),
  }
  note(noteBeside, { code: 'now' }, beside)
  useExplorer.setState({ asOf: undefined, knownAt: undefined, told: undefined })
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

/** Says in the log what a filter leaves out that the one before did not, before it is put in place, and what went out of the selection with it. */
export function noteFilter(was: Filter, is: Filter, selection: Beside['selection']): void {
  const beside: Beside = { filter: { was, is }, ...(selection && { selection }) }
  const out = is.off.filter((code) => !was.off.includes(code))
  const back = was.off.filter((code) => !is.off.includes(code))
  if (out.length === 0 && back.length === 0) {
    if (was.from === is.from && was.to === is.to) return
    const put = (history: History, step: Step) => noteMove(history, step, 'filter')
    note(put, { code: 'filterDates', from: is.from, to: is.to }, beside)
  } else note(noteBeside, { code: 'filtered', out, back }, beside)
}

export function noteWindow(was: TimeWindow | undefined, is: TimeWindow | undefined): void {
  const put = (history: History, step: Step) => noteMove(history, step, 'window')
  // Clearing is a step of its own, so that undo brings the window back.
  if (is === undefined) note(noteBeside, { code: 'windowCleared' }, { window: { was, is } })
  else note(put, { code: 'window', window: is }, { window: { was, is } })
}

export function noteSense(was: Sense, is: Sense): void {
  note(noteBeside, { code: 'sense', sense: is }, { sense: { was, is } })
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
