import type { Link } from '../../domain/link.ts'
import type { IsoDate } from '../../domain/units.ts'
import { edgeId, linkId } from '../../picture/ring-picture.ts'
import type { BareRelation } from '../../store/walk-reads.ts'

/** Something that joins two nodes: an observed relation or a link of the run. */
export type Relation = { readonly from: string; readonly to: string } & (
  | { readonly edge: BareRelation; readonly link?: undefined }
  | { readonly link: Link; readonly edge?: undefined }
)

export function ofEdge(edge: BareRelation): Relation {
  return { from: edge.from, to: edge.to, edge }
}

export function ofLink(link: Link): Relation {
  return { from: link.from, to: link.to, link }
}

/** Tells relations apart and puts equally strong ones in order; written where it is asked for, as nearly all are alone between their ends. */
export function idOf({ edge, link }: Relation): string {
  return edge === undefined ? linkId(link) : edgeId(edge)
}

/** Days on which something is known to have been there; an open end where nobody says. */
export interface Span {
  readonly since: IsoDate | undefined
  readonly until: IsoDate | undefined
}

/** A link holds of two shops for good. */
export function spanOf({ edge }: Relation): Span {
  return { since: edge?.firstSeen, until: edge?.lastSeen }
}

/** What two spans have in common; undefined where that is no day. */
export function overlap(a: Span, b: Span): Span | undefined {
  const since = later(a.since, b.since)
  const until = earlier(a.until, b.until)
  return since !== undefined && until !== undefined && until < since ? undefined : { since, until }
}

function later(a: IsoDate | undefined, b: IsoDate | undefined) {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? b : a
}

function earlier(a: IsoDate | undefined, b: IsoDate | undefined) {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}
