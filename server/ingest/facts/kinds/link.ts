import type { Seen } from '../../../domain/fact.ts'
import type { NodeKey } from '../../../domain/keys.ts'
import { type IdScheme, idSchemes } from '../../normalise/id-number.ts'
import { isRefused } from '../../normalise/normal.ts'
import { oneLine } from '../../normalise/one-line.ts'
import type { Reason } from '../../reasons.ts'
import { sayMoney } from '../account.ts'
import { sayOrigin } from '../address.ts'
import { type ContactKind, contactKinds, sayContact } from '../contact.ts'
import { sayFactory, saySupplied } from '../factory.ts'
import { sayIdentity } from '../identity.ts'
import { readReference, sayKey } from '../reference.ts'
import { present, type Row, type Unusable } from '../row.ts'
import { heldFrom } from '../seen.ts'
import { sayShop } from '../shop.ts'

interface Linked {
  readonly shop: NodeKey
  readonly typed: string
  readonly seen: Seen
}

type LinkSayer = (row: Row, linked: Linked) => Reason | undefined

/** How each kind of link is said; the reason when its value cannot be made a key. */
const sayers: Readonly<Record<string, LinkSayer>> = {
  registrant: linkRegistrant,
  account: (row, { shop, typed, seen }) =>
    sayMoney(row, shop, 'PAID_INTO', {
      typed,
      seen,
      scheme: row.one('value_scheme'),
      holder: row.one('value_name'),
      role: row.one('role'),
    }),
  origin: (row, { shop, typed, seen }) => sayOrigin(row, shop, { typed, seen }),
  factory: linkFactory,
  promotes: (row, linked) => linkShops(row, linked, 'PROMOTES'),
  resells_for: (row, linked) => linkShops(row, linked, 'RESELLS_FOR'),
  ...Object.fromEntries(contactKinds.map((kind) => [kind, linkContact(kind)])),
}

/** One shop tied to one thing. Without the thing's key there is no link, so such a row is quarantined. */
export function sayLinkRow(row: Row): Unusable | undefined {
  const seen = heldFrom(row, row.date('first_seen'), row.date('last_seen'))
  const shop = sayShop(row, seen)
  const value = row.one('value') ?? ''
  const reason = sayers[row.one('kind') ?? '']?.(row, { shop, typed: value, seen })
  return reason === undefined ? undefined : { field: 'value', value, reason }
}

function linkContact(kind: ContactKind): LinkSayer {
  return (row, { shop, typed, seen }) =>
    sayContact(row, shop, {
      kind,
      typed,
      seen,
      scheme: row.one('value_scheme'),
      role: row.one('role'),
    })
}

/** A bad number does not lose the row: its holder is said under the name, the number stays visible as refused. */
function linkRegistrant(row: Row, { shop, typed, seen }: Linked): Reason | undefined {
  const identity = sayRegistrant(row, { shop, typed, seen })
  if (identity === undefined) return 'nothing-said'
  const name = isNameScheme(row.one('value_scheme')) ? typed : row.one('value_name')
  row.edge({
    from: shop,
    type: 'REGISTERED_TO',
    to: identity,
    properties: present({
      literal: typed,
      name: name === undefined ? undefined : oneLine(name),
      role: row.one('role'),
      evidence: [...row.many('evidence')],
    }),
    seen,
  })
  return undefined
}

function sayRegistrant(row: Row, { shop, typed, seen }: Linked): NodeKey | undefined {
  const key = typed.startsWith('identity:') ? readReference(typed) : undefined
  if (key !== undefined && !isRefused(key)) return sayKey(row, key.value)
  const owner = shop.slice('shop:'.length)
  const scheme = row.one('value_scheme')
  if (isNameScheme(scheme)) {
    const hints = { entityKind: scheme?.replace('_name', '') }
    return sayIdentity(row, { owner, seen, hints, name: { field: 'value', typed } })
  }
  const known = idSchemes.find((idScheme) => idScheme === scheme)
  if (scheme !== undefined && known === undefined)
    row.refuse('value_scheme', scheme, 'value-unknown')
  return sayNumbered(row, { owner, typed, seen, scheme: known })
}

function sayNumbered(
  row: Row,
  said: { owner: string; typed: string; seen: Seen; scheme: IdScheme | undefined },
): NodeKey | undefined {
  const { owner, typed, seen, scheme } = said
  const named = row.one('value_name')
  return sayIdentity(row, {
    owner,
    seen,
    hints: { scheme, country: row.dataset.phoneRegion },
    ...(scheme !== undefined || looksLikeNumber(typed)
      ? {
          number: { field: 'value', typed },
          name: named === undefined ? undefined : { field: 'value_name', typed: named },
        }
      : { name: { field: 'value', typed } }),
  })
}

/** Without a scheme, text that is mostly digits is a number and anything else a name. */
function looksLikeNumber(typed: string): boolean {
  return typed.length <= 2 * typed.replaceAll(/\D/gu, '').length
}

function isNameScheme(scheme: string | undefined): boolean {
  return scheme === 'person_name' || scheme === 'company_name'
}

function linkFactory(row: Row, { shop, typed, seen }: Linked): Reason | undefined {
  const factory = sayFactory(row, { id: typed, name: row.one('value_name'), seen })
  if (factory === undefined) return 'nothing-said'
  saySupplied(row, shop, factory, {
    literal: row.one('value_name') ?? typed,
    role: row.one('role'),
    seen,
  })
  return undefined
}

function linkShops(
  row: Row,
  { shop, typed, seen }: Linked,
  type: 'PROMOTES' | 'RESELLS_FOR',
): Reason | undefined {
  const other = readReference(typed)
  if (isRefused(other)) return other.reason
  if (!other.value.startsWith('shop:')) return 'reference-kind'
  if (other.value === shop) return 'self-reference'
  const to = sayKey(row, other.value)
  const [name, scheme, role] = [row.one('value_name'), row.one('value_scheme'), row.one('role')]
  const evidence = [...row.many('evidence')]
  row.edge({
    from: shop,
    type,
    to,
    properties: present({ literal: typed, name, scheme, role, evidence }),
    seen,
  })
  return undefined
}
