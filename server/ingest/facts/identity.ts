import type { Seen } from '../../domain/fact.ts'
import type { PropertyValue } from '../../domain/graph.ts'
import { type NodeKey, nodeKey } from '../../domain/keys.ts'
import { type IdNumberHints, normaliseIdNumber } from '../normalise/id-number.ts'
import { normaliseName } from '../normalise/name.ts'
import { isRefused } from '../normalise/normal.ts'
import { oneLine } from '../normalise/one-line.ts'
import { saysNothing } from '../normalise/says-nothing.ts'
import { present, type Row } from './row.ts'

export interface IdentitySaid {
  /** What stands alone without a number: the shop or the identity's own id. */
  readonly owner: string
  readonly seen: Seen
  readonly name?: { readonly field: string; readonly typed: string } | undefined
  readonly number?: { readonly field: string; readonly typed: string } | undefined
  readonly hints: IdNumberHints
  readonly about?: Readonly<Record<string, PropertyValue | undefined>>
}

/**
 * Says that a person or company exists. A checked number is its key; without one each record stands alone, under its name, until
 * linkage finds it again. A number that fails its check is refused and stays visible on the identity as `refusedIdNumber`, where the
 * same wrong number elsewhere can be found. Undefined when the row names nobody.
 */
export function sayIdentity(row: Row, said: IdentitySaid): NodeKey | undefined {
  const name = nameOf(row, said)
  const number = numberOf(row, said)
  if (name === undefined && number === undefined) return undefined
  const { entityKind } = said.hints
  const normalName = name === undefined ? undefined : normaliseName(name)
  return row.node({
    key:
      number?.key ??
      aloneKey(row, said, normalName ?? normaliseName(number?.refusedIdNumber ?? '')),
    kind: 'Identity',
    name: name ?? said.number?.typed,
    properties: present({
      entityKind: entityKind ?? entityKindOf(number?.idScheme),
      normalName,
      idScheme: number?.idScheme,
      idNumber: number?.idNumber,
      country: number?.country,
      refusedIdNumber: number?.refusedIdNumber,
      ...said.about,
    }),
    firstSeen: said.seen.firstSeen,
    lastSeen: said.seen.lastSeen,
  })
}

function nameOf(row: Row, { name }: IdentitySaid): string | undefined {
  if (name === undefined) return undefined
  if (normaliseName(name.typed) !== '' && !saysNothing(name.typed)) return oneLine(name.typed)
  row.refuse(name.field, name.typed, 'nothing-said')
  return undefined
}

interface NumberRead {
  readonly key?: NodeKey
  readonly idScheme?: string
  readonly idNumber?: string
  readonly country?: string | undefined
  readonly refusedIdNumber?: string
}

function numberOf(row: Row, { number, hints }: IdentitySaid): NumberRead | undefined {
  if (number === undefined) return undefined
  const normal = normaliseIdNumber(number.typed, hints)
  if (isRefused(normal)) {
    row.refuse(number.field, number.typed, normal.reason)
    return normal.reason === 'nothing-said' ? undefined : { refusedIdNumber: number.typed }
  }
  const { scheme, country, number: idNumber } = normal.value
  const known = { idScheme: scheme, idNumber, country }
  return country === undefined
    ? known
    : { ...known, key: nodeKey('Identity', scheme, country, idNumber) }
}

function aloneKey(row: Row, { owner, number }: IdentitySaid, normalName: string): NodeKey {
  return nodeKey('Identity', row.dataset.name, owner, normalName || (number?.typed ?? ''))
}

function entityKindOf(scheme: string | undefined): string | undefined {
  if (scheme === 'resident_id') return 'person'
  return scheme === 'uscc' ? 'company' : undefined
}
