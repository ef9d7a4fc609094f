import type { Sense } from '../scene/beginnings.ts'
import { useExplorer } from '../scene/store.ts'
import { sameWindow, type TimeWindow } from '../scene/time-window.ts'
import { noteSense, noteWindow } from './travel-beside.ts'

/** What lies outside the window steps back in every view; undefined shows the whole time alike. Moves in a row are one step. */
export function setWindow(window: TimeWindow | undefined): void {
  const { window: was } = useExplorer.getState()
  if (sameWindow(was, window)) return
  noteWindow(was, window)
  useExplorer.setState({ window })
}

/** Whether the date of the picture asks what was the case then, or what was known then. */
export function setSense(sense: Sense): void {
  const { sense: was } = useExplorer.getState()
  if (was === sense) return
  noteSense(was, sense)
  useExplorer.setState({ sense })
}
