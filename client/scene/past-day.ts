import type { ExplorerState } from './store.ts'

/**
 * The day in the past on which the page stands: what is expanded, searched and looked at is asked for as of it. Undefined on the day of the run and later, where everything is read as it
 * is. Both ways to read the date ask for the same, as what was first seen later is left out in both.
 */
export function pastDayIn({
  asOf,
  seen,
}: Pick<ExplorerState, 'asOf' | 'seen'>): string | undefined {
  const run = seen?.run?.asOf
  if (asOf === undefined || (run !== undefined && run <= asOf)) return undefined
  return asOf
}
