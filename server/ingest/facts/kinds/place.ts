import type { Seen } from '../../../domain/fact.ts'
import { type NodeKey, nodeKey } from '../../../domain/keys.ts'
import { isRefused } from '../../normalise/normal.ts'
import { sayAddress, sayIsAt } from '../address.ts'
import { sayReference } from '../reference.ts'
import { present, type Row } from '../row.ts'
import { heldFrom } from '../seen.ts'
import { siteName } from '../site-name.ts'

/** A building or site, and what is there. */
export function sayPlaceRow(row: Row): undefined {
  const day = row.date('seen_on')
  const seen = heldFrom(row, day, day)
  const place = sayItself(row, seen)
  const tenant = sayReference(row, 'of', row.one('of'), ['Origin', 'Factory', 'Identity'])
  if (tenant === undefined) return undefined
  sayIsAt(row, tenant, place, {
    seen,
    literal: row.one('address'),
    role: row.one('role'),
    basis: row.one('basis'),
  })
  return undefined
}

/** By its normal address; a place without one keeps its id within the dataset. */
function sayItself(row: Row, seen: Seen): NodeKey {
  const typed = row.one('address')
  const about = {
    region: row.one('region'),
    lat: row.number('lat'),
    lng: row.number('lng'),
    crs: row.one('crs'),
    accuracyM: row.number('accuracy_m'),
  }
  if (typed !== undefined) {
    const place = sayAddress(row, 'Place', { typed, seen, about })
    if (!isRefused(place)) return place.value
    row.refuse('address', typed, place.reason)
  }
  const id = row.one('place_id') ?? ''
  const key = nodeKey('Place', row.dataset.name, id)
  return row.node({
    key,
    kind: 'Place',
    name: siteName(about),
    properties: present(about),
    ...seen,
  })
}
