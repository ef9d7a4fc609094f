import type { GraphNode } from '../domain/graph.ts'
import type { Life } from '../domain/life.ts'
import type { BegunBy } from '../domain/link.ts'
import type { IsoDate } from '../domain/units.ts'
import type { Handover } from './handovers.ts'

/** A life with the best that is known of its beginning. */
export interface DatedLife extends Omit<Life, 'began'> {
  readonly by: BegunBy
}

/** What a shop showed of itself, beside what was said of its lives. */
export interface Shown {
  /** The first sign that somebody ran it. */
  readonly active?: IsoDate | undefined
  /** When everything that shows who runs it was exchanged, ascending. */
  readonly handovers?: readonly Handover[] | undefined
}

/**
 * The lives of a shop. Those that were stated stand; where at most one was, it is parted at handovers, as a life that was sold and one that was taken over. A shop of which neither
 * opening nor closure is recorded still lives: since it was first seen.
 */
export function datedLives(
  { lives, firstSeen }: Pick<GraphNode, 'lives' | 'firstSeen'>,
  { active, handovers = [] }: Shown,
): readonly DatedLife[] {
  const [first = { began: 'opened' as const }, ...others] = lives
  const begun = beginning(first, firstSeen, active)
  if (0 < others.length)
    return [begun, ...others.map((life) => ({ ...life, by: 'opening' as const }))]
  return parted(begun, handovers)
}

/**
 * When the first life began. Three suspect shops in four run on accounts or domains opened long before and bought or laid by (EUIPO 2017, "Research on
 * online business models infringing intellectual property rights", phase 2), so the first sign of activity counts, and not the age of the account.
 */
function beginning(
  life: Life,
  firstSeen: IsoDate | undefined,
  active: IsoDate | undefined,
): DatedLife {
  const opened = life.from ?? firstSeen
  const told = {
    ...life,
    from: opened,
    by: life.from === undefined ? 'sighting' : 'opening',
  } as const
  if (active === undefined || (life.to !== undefined && life.to <= active)) return told
  return opened === undefined || opened < active ? { ...told, from: active, by: 'activity' } : told
}

function parted(life: DatedLife, handovers: readonly Handover[]): readonly DatedLife[] {
  const own = handovers.filter(({ since }) => life.to === undefined || since < life.to)
  return [life, ...own.map(({ since }) => ({ ...life, from: since, by: 'handover' as const }))].map(
    (part, n) => {
      const next = own[n]
      return next === undefined ? part : { ...part, to: next.until, ended: 'sold' as const }
    },
  )
}
