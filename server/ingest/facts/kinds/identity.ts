import type { Seen } from '../../../domain/fact.ts'
import { type NodeKey, nodeKey } from '../../../domain/keys.ts'
import { plainText } from '../../../domain/plain-text.ts'
import { idSchemes } from '../../normalise/id-number.ts'
import { isRefused, type Normal } from '../../normalise/normal.ts'
import type { Reason } from '../../reasons.ts'
import { sayMoney } from '../account.ts'
import { sayAt, sayIsAt } from '../address.ts'
import { sayContacts } from '../contact.ts'
import { countryOf } from '../country.ts'
import { sayIdentity } from '../identity.ts'
import { readReference, sayKey, sayReference } from '../reference.ts'
import { present, type Row } from '../row.ts'
import { heldFrom } from '../seen.ts'

/** A person or company with where it lives, how it is reached, what accounts it holds and whom it runs. */
export function sayIdentityRow(row: Row): undefined {
  const seen = heldFrom(row, undefined, undefined)
  const identity = sayItself(row, seen)
  sayContacts(row, identity, ['phone', 'email'], seen)
  sayWhere(row, identity, seen)
  for (const typed of row.many('account')) {
    const reason = sayMoney(row, identity, 'HOLDS', { typed, seen })
    if (reason !== undefined) row.refuse('account', typed, reason)
  }
  for (const typed of row.many('runs')) sayRuns(row, identity, typed, seen)
  return undefined
}

function sayItself(row: Row, seen: Seen): NodeKey {
  const owner = row.one('identity_id') ?? ''
  const [name, number] = [row.one('name'), row.one('id_number')]
  const said = sayIdentity(row, {
    owner,
    seen,
    name: name === undefined ? undefined : { field: 'name', typed: name },
    number: number === undefined ? undefined : { field: 'id_number', typed: number },
    hints: { scheme: schemeOf(row), entityKind: row.one('kind'), country: countryOf(row) },
    about: {
      birthDate: row.date('birth_date'),
      address: row.one('address'),
      postcode: row.one('postcode'),
      occupation: row.one('occupation'),
    },
  })
  if (said !== undefined) return said
  const key = nodeKey('Identity', row.dataset.name, owner)
  return row.node({
    key,
    kind: 'Identity',
    properties: present({ entityKind: row.one('kind') }),
    ...seen,
  })
}

function schemeOf(row: Row): (typeof idSchemes)[number] | undefined {
  const stated = row.one('id_scheme')
  if (stated === undefined) return undefined
  const scheme = idSchemes.find((known) => known === plainText(stated).toLowerCase())
  if (scheme === undefined) row.refuse('id_scheme', stated, 'value-unknown')
  return scheme
}

function sayWhere(row: Row, identity: NodeKey, seen: Seen): void {
  const [address, place] = [row.one('address'), row.one('place')]
  if (address !== undefined) {
    const about = { postcode: row.one('postcode') }
    const reason = sayAt(row, identity, { typed: address, seen, basis: 'registered', about })
    if (reason !== undefined) row.refuse('address', address, reason)
  }
  const key = sayReference(row, 'place', place, ['Place'])
  if (key !== undefined) sayIsAt(row, identity, key, { seen, literal: place, basis: 'registered' })
}

function sayRuns(row: Row, identity: NodeKey, typed: string, seen: Seen): void {
  const { reference, role } = readRole(typed)
  const reason = whyNotRun(reference, identity)
  if (reason !== undefined || isRefused(reference)) {
    row.refuse('runs', typed, reason ?? 'reference-invalid')
    return
  }
  const to = sayKey(row, reference.value)
  row.edge({
    from: identity,
    type: 'RUNS',
    to,
    properties: present({ literal: typed, role }),
    seen,
  })
}

/** `key` or `key=role`; a key may hold `=` itself, so only a last piece that reads like a role is one. */
function readRole(typed: string): { reference: Normal<NodeKey>; role: string | undefined } {
  const [, key, role] = /^(.+)=([\p{L} _-]+)$/u.exec(typed) ?? []
  return { reference: readReference(key ?? typed), role: role?.trim() }
}

function whyNotRun(reference: Normal<NodeKey>, identity: NodeKey): Reason | undefined {
  if (isRefused(reference)) return reference.reason
  if (!reference.value.startsWith('identity:')) return 'reference-kind'
  return reference.value === identity ? 'self-reference' : undefined
}
