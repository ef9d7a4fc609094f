import type { ExplorerState } from './store.ts'

/** The date of the picture: where the cursor was put, or the date of the run. Nothing is later than the end of time. */
export function asOfIn({ asOf, seen }: Pick<ExplorerState, 'asOf' | 'seen'>): string {
  return asOf ?? seen?.run?.asOf ?? '9999-12-31'
}
