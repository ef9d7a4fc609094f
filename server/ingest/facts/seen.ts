import type { Seen } from '../../domain/fact.ts'
import type { IsoDate } from '../../domain/units.ts'
import type { Row } from './row.ts'

/** A statement of a thing that happened on one day. */
export function seenOn(day: IsoDate | undefined): Seen {
  return { firstSeen: day, lastSeen: day }
}

/**
 * When a state that a row describes held. A first day that nobody gives stays unknown; a last day that nobody gives is the day the
 * dataset describes, or the first day when that is later.
 */
export function heldFrom(
  { dataset }: Row,
  firstSeen: IsoDate | undefined,
  lastSeen: IsoDate | undefined,
): Seen {
  const last = lastSeen ?? dataset.asOf
  return {
    firstSeen,
    lastSeen: firstSeen !== undefined && last < firstSeen ? firstSeen : last,
  }
}

/** The earlier of two days; undefined when none is known. */
export function earliest(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b < a ? b : a
}

/** The later of two days; undefined when none is known. */
export function latest(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? b : a
}
