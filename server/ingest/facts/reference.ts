import type { NodeStatement } from '../../domain/fact.ts'
import type { NodeKind } from '../../domain/graph.ts'
import { kindOf, type NodeKey, nodeKey, partsOf, toKey } from '../../domain/keys.ts'
import { isRefused, type Normal } from '../normalise/normal.ts'
import type { Row } from './row.ts'
import { present } from './row.ts'

/** The key that a reference field names: a key, or `platform/id` for a shop. Written one way whatever was percent-encoded in it. */
export function readReference(typed: string): Normal<NodeKey> {
  const key = toKey(typed)
  if (key === undefined) return { reason: 'reference-invalid' }
  try {
    return { value: nodeKey(kindOf(key), ...partsOf(key)) }
  } catch {
    return { reason: 'reference-invalid' }
  }
}

/** The node that a field points to, said by its key alone; undefined, and refused, when it is none of the kinds. */
export function sayReference(
  row: Row,
  field: string,
  typed: string | undefined,
  kinds?: readonly NodeKind[],
): NodeKey | undefined {
  if (typed === undefined) return undefined
  const reference = readReference(typed)
  if (isRefused(reference)) {
    row.refuse(field, typed, reference.reason)
    return undefined
  }
  const key = reference.value
  if (kinds !== undefined && !kinds.includes(kindOf(key))) {
    row.refuse(field, typed, 'reference-kind')
    row.about(key)
    return undefined
  }
  return sayKey(row, key)
}

/** Says that the node of a key exists. A ring is derived and never said: the row is only about it. */
export function sayKey(row: Row, key: NodeKey): NodeKey {
  const kind = kindOf(key)
  if (kind === 'Ring') row.about(key)
  else
    row.node({ key, kind, properties: present(propertiesOf(kind, partsOf(key))) } as NodeStatement)
  return key
}

/** For fields that take a key or plain text: the node when it is a key, and nothing otherwise. */
export function sayIfKey(row: Row, typed: string | undefined): NodeKey | undefined {
  if (typed === undefined || !/^[a-z]+:/u.test(typed)) return undefined
  const reference = readReference(typed)
  return isRefused(reference) ? undefined : sayKey(row, reference.value)
}

/** What a key tells by itself. */
function propertiesOf(
  kind: NodeKind,
  parts: readonly string[],
): Record<string, string | undefined> {
  const [first, second] = parts
  if (kind === 'Contact') return { contactKind: first, value: second }
  if (kind === 'PaymentAccount') return { scheme: first }
  if (kind === 'Shop') return { platform: first }
  return {}
}
