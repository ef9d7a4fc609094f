import type { ExplorerState } from './store.ts'

/** Of which time the page asks. At least one of them is there. */
export interface Past {
  /** A day: what was true then, by the dates of the facts. */
  readonly asOf?: string | undefined
  /** A moment, in UTC: what had been loaded by then. */
  readonly knownAt?: string | undefined
}

let last: Past | undefined

/**
 * The past in which the page stands: what is expanded, searched and looked at is asked for as of it. Undefined where everything is read as it is: on the day of the run and later, as long
 * as no moment of knowledge was chosen. Both ways to read the date ask for the same, as what was first seen later is left out in both. Equal pasts in a row are one value.
 */
export function pastIn(state: Pick<ExplorerState, 'asOf' | 'knownAt' | 'seen'>): Past | undefined {
  const asOf = pastDayIn(state)
  const { knownAt } = state
  if (asOf === undefined && knownAt === undefined) return undefined
  if (last?.asOf !== asOf || last?.knownAt !== knownAt) {
    last = { ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) }
  }
  return last
}

/** The date of the picture where it is before that of the run. */
function pastDayIn({ asOf, seen }: Pick<ExplorerState, 'asOf' | 'seen'>): string | undefined {
  const run = seen?.run?.asOf
  if (asOf === undefined || (run !== undefined && run <= asOf)) return undefined
  return asOf
}
