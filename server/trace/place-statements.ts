import type { GraphEdge } from '../domain/graph.ts'
import { toKey } from '../domain/keys.ts'
import { PlaceBasis, PlaceRole, type PlaceVisit } from '../domain/place.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { IsoDate, Sha256 } from '../domain/units.ts'
import { dayIn, fieldOf } from './field-of.ts'

/** What one record says of one place. */
export interface PlaceStatement {
  readonly place: string
  readonly role: PlaceRole | undefined
  readonly basis: PlaceBasis
  readonly first: IsoDate | undefined
  readonly last: IsoDate | undefined
  readonly record: Sha256
}

/** What being at a place says where the row says no more: a list of factories reports where they make, a register where somebody has an office. */
const usual: readonly (readonly [start: string, role: PlaceRole, basis: PlaceBasis])[] = [
  ['factory:', 'make', 'reported'],
  ['identity:', 'office', 'registered'],
  ['origin:', 'dispatch', 'reported'],
]

/** What rows about places say; a role without a basis counts as told, and a basis alone says that it stands there. */
export function rowStatements(
  place: string,
  records: readonly Sha256[],
  rows: ReadonlyMap<string, SourceRecord>,
): PlaceStatement[] {
  return records.flatMap((record) => {
    const row = rows.get(record)
    if (row?.kind !== 'place') return []
    const basis = PlaceBasis.safeParse(fieldOf(row, 'basis')).data ?? 'reported'
    const role = PlaceRole.safeParse(fieldOf(row, 'role')).data
    const on = dayIn(row, 'seen_on')
    return [{ place, role, basis, first: on, last: on, record }]
  })
}

/** What relations say: that somebody is there, by other rows than those of the place, and that goods leave. */
export function edgeStatements(
  edge: GraphEdge,
  rows: ReadonlyMap<string, SourceRecord>,
): PlaceStatement[] {
  const { from, type, to, firstSeen, lastSeen } = edge
  const dated = { place: to, first: firstSeen, last: lastSeen }
  if (type === 'SHIPS_FROM') {
    return edge.records.map((record) => {
      const basis = rows.get(record)?.kind === 'parcel' ? 'printed' : 'reported'
      return { ...dated, role: 'dispatch', basis, record }
    })
  }
  const [, role, basis] = usual.find(([start]) => from.startsWith(start)) ?? []
  if (type !== 'AT' || basis === undefined) return []
  return edge.records
    .filter((record) => rows.get(record)?.kind !== 'place')
    .map((record) => ({ ...dated, role, basis, record }))
}

/** That a carrier scanned a parcel there first. */
export function scanStatement(row: SourceRecord): PlaceStatement | undefined {
  const place = row.kind === 'parcel' ? toKey(fieldOf(row, 'first_scan_place') ?? '') : undefined
  if (place === undefined || !/^(place|origin):/u.test(place)) return undefined
  const on = dayIn(row, 'sent_on', 'received_on')
  return { place, role: 'dispatch', basis: 'observed', first: on, last: on, record: row.hash }
}

/** Events at which somebody stands at the place. */
const visiting = new Set(['site_visit', 'inspection', 'raid', 'seizure'])

/** A visit to a place or to somebody who is there; undefined for other rows. */
export function visitOf(
  row: SourceRecord,
): (PlaceVisit & { readonly subject: string }) | undefined {
  const event = row.kind === 'event' ? fieldOf(row, 'event') : undefined
  const subject = toKey(fieldOf(row, 'subject') ?? '')
  if (event === undefined || subject === undefined || !visiting.has(event)) return undefined
  const [on, result] = [dayIn(row, 'on'), fieldOf(row, 'result')]
  return {
    ...{ subject, event, record: row.hash },
    ...(on !== undefined && { on }),
    ...(result !== undefined && { result }),
  }
}
