import type { Run } from '../domain/run.ts'
import { mostChangesTold, type RingChange, type RunChanges } from '../domain/run-change.ts'
import type { Runs } from '../store/port.ts'
import { runChanges } from './run-changes.ts'

/** What a run says that an earlier one did not: all of it counted, and of each list as much as is ever told at once. */
export interface FirstChanges extends Pick<RunChanges, 'since' | 'run'> {
  readonly rings: {
    readonly counts: Partial<Record<RingChange['change'], number>>
    /** Those that come first of what became of rings, whatever it is. */
    readonly items: readonly RingChange[]
  }
  readonly links: {
    readonly gained: number
    readonly lost: number
    readonly kept: number
    readonly items: RunChanges['links']
  }
  readonly rescored: { readonly total: number; readonly items: RunChanges['rescored'] }
}

/** At a million shops all changes are some hundred megabytes, of which people look at the beginning. */
export async function firstChanges(
  store: Runs,
  earlier: Run,
  later: Run,
  most = mostChangesTold,
): Promise<FirstChanges> {
  const { since, run, rings, links, keptLinks, rescored } = await runChanges(store, earlier, later)
  const gained = links.filter(({ change }) => change === 'gained').length
  return {
    since,
    run,
    rings: firstOfEach(rings, most),
    links: {
      gained,
      lost: links.length - gained,
      kept: keptLinks,
      items: links.slice(0, most),
    },
    rescored: { total: rescored.length, items: rescored.slice(0, most) },
  }
}

function firstOfEach(rings: readonly RingChange[], most: number): FirstChanges['rings'] {
  const counts: FirstChanges['rings']['counts'] = {}
  const items = rings.filter(({ change }) => {
    const count = (counts[change] ?? 0) + 1
    counts[change] = count
    return count <= most
  })
  return { counts, items }
}
