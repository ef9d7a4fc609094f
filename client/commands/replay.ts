import { useExplorer } from '../scene/store.ts'
import { setLayout } from './arrange.ts'
import { moveDate } from './travel-beside.ts'

/** Shows the scene as of a date; the date of the run is one click away in the top bar. */
export function setAsOf(date: string): void {
  moveDate(date)
}

export function setReplaying(replaying: boolean): void {
  useExplorer.setState({ replaying })
}

/** Plays how the ring re-registered, from its first opening, on the lanes that show it. */
export function replay(): void {
  if (useExplorer.getState().view.layout !== 'lanes') setLayout('lanes')
  moveDate(undefined)
  useExplorer.setState({ replaying: true })
}
