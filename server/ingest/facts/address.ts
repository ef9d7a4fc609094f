import type { Seen } from '../../domain/fact.ts'
import type { PropertyValue } from '../../domain/graph.ts'
import { type NodeKey, nodeKey } from '../../domain/keys.ts'
import { normaliseAddress } from '../normalise/address.ts'
import { isRefused, type Normal } from '../normalise/normal.ts'
import { oneLine } from '../normalise/one-line.ts'
import type { Reason } from '../reasons.ts'
import { present, type Row } from './row.ts'

export interface AddressSaid {
  readonly typed: string
  readonly seen: Seen
  /** Of the address itself: postcode, region, lat, lng. */
  readonly about?: Readonly<Record<string, PropertyValue | undefined>>
}

export interface StandingSaid {
  readonly seen: Seen
  /** The address as typed, when it was. */
  readonly literal?: string | undefined
  readonly role?: string | undefined
  readonly basis?: string | undefined
}

/** Says that a shop or factory ships from an address; the reason when the address says nothing. */
export function sayOrigin(
  row: Row,
  from: NodeKey | undefined,
  said: AddressSaid,
): Reason | undefined {
  const origin = sayAddress(row, 'Origin', said)
  if (isRefused(origin)) return origin.reason
  if (from === undefined) return undefined
  const evidence = [...row.many('evidence')]
  row.edge({
    from,
    type: 'SHIPS_FROM',
    to: origin.value,
    properties: present({ literal: said.typed, evidence }),
    seen: said.seen,
  })
  return undefined
}

/** Says that an origin, factory or identity is at an address; the reason when the address says nothing. */
export function sayAt(
  row: Row,
  from: NodeKey,
  said: AddressSaid & Omit<StandingSaid, 'literal'>,
): Reason | undefined {
  const place = sayAddress(row, 'Place', said)
  if (isRefused(place)) return place.reason
  sayIsAt(row, from, place.value, { ...said, literal: said.typed })
  return undefined
}

/** Says that something is at a place that was said already. */
export function sayIsAt(row: Row, from: NodeKey, to: NodeKey, said: StandingSaid): void {
  const { seen, literal, role, basis } = said
  const evidence = [...row.many('evidence')]
  row.edge({
    from,
    type: 'AT',
    to,
    properties: present({ literal, role, basis, evidence }),
    seen,
  })
}

/** Says that an address exists, as the origin of parcels or as a place. */
export function sayAddress(
  row: Row,
  kind: 'Origin' | 'Place',
  { typed, seen, about }: AddressSaid,
): Normal<NodeKey> {
  const normal = normaliseAddress(typed)
  if (isRefused(normal)) return normal
  const { value, region } = normal
  const key = row.node({
    key: nodeKey(kind, value),
    kind,
    name: oneLine(typed),
    properties: present({ address: oneLine(typed), ...about, region: about?.region ?? region }),
    firstSeen: seen.firstSeen,
    lastSeen: seen.lastSeen,
  })
  return { value: key }
}
