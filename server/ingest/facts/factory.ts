import type { Seen } from '../../domain/fact.ts'
import type { PropertyValue } from '../../domain/graph.ts'
import { type NodeKey, nodeKey } from '../../domain/keys.ts'
import { normaliseName } from '../normalise/name.ts'
import { isRefused } from '../normalise/normal.ts'
import { oneLine } from '../normalise/one-line.ts'
import { readReference, sayKey } from './reference.ts'
import { present, type Row } from './row.ts'

export interface FactorySaid {
  readonly seen: Seen
  /** Its id within the dataset, or a key. */
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly address?: string | undefined
  /** A registration number with its country identifies a factory everywhere. */
  readonly registration?: { readonly country: string; readonly number: string } | undefined
  readonly about?: Readonly<Record<string, PropertyValue | undefined>>
}

/**
 * Says that a factory exists: by registration number, by its id within the dataset, or where only a name is given, by that name (and
 * address) within the dataset. Undefined when the row names none.
 */
export function sayFactory(row: Row, said: FactorySaid): NodeKey | undefined {
  const key = keyOf(row, said)
  if (key === undefined) return undefined
  const { name, address, about, seen } = said
  return row.node({
    key,
    kind: 'Factory',
    ...(name !== undefined && { name: oneLine(name) }),
    properties: present({
      address: address === undefined ? undefined : oneLine(address),
      normalName: name === undefined ? undefined : normaliseName(name),
      ...about,
    }),
    ...seen,
  })
}

/** Says that a shop is supplied by a factory. */
export function saySupplied(
  row: Row,
  shop: NodeKey,
  factory: NodeKey,
  { literal, role, seen }: { literal: string; role?: string | undefined; seen: Seen },
): void {
  const evidence = [...row.many('evidence')]
  row.edge({
    from: shop,
    type: 'SUPPLIED_BY',
    to: factory,
    properties: present({ literal, role, evidence }),
    seen,
  })
}

function keyOf(row: Row, { id, name, address, registration }: FactorySaid): NodeKey | undefined {
  if (registration !== undefined) {
    return nodeKey('Factory', registration.country, registration.number)
  }
  if (id !== undefined) return keyOfId(row, id)
  const named = normaliseName(name ?? '')
  if (named === '') return undefined
  const at = address === undefined ? [] : [normaliseName(address)]
  return nodeKey('Factory', row.dataset.name, 'named', named, ...at)
}

function keyOfId(row: Row, id: string): NodeKey {
  const reference = id.startsWith('factory:') ? readReference(id) : undefined
  if (reference === undefined || isRefused(reference)) {
    return nodeKey('Factory', row.dataset.name, id)
  }
  return sayKey(row, reference.value)
}
