import type { NodeStatement, Seen } from '../../../domain/fact.ts'
import type { PropertyValue } from '../../../domain/graph.ts'
import type { NodeKey } from '../../../domain/keys.ts'
import type { LifeEnded } from '../../../domain/life.ts'
import type { IsoDate } from '../../../domain/units.ts'
import { oneLine } from '../../normalise/one-line.ts'
import { sayMoney } from '../account.ts'
import { sayAt, sayOrigin } from '../address.ts'
import { sayContacts } from '../contact.ts'
import { sayFactory, saySupplied } from '../factory.ts'
import { sayIdentity } from '../identity.ts'
import type { Row } from '../row.ts'
import { earliest, heldFrom } from '../seen.ts'
import { sayShop } from '../shop.ts'

/** A shop, and in the wide form everything it is registered to, reached at, paid into, sent from and supplied by. */
export function sayShopRow(row: Row): undefined {
  const opened = row.date('opened_on')
  const closed = closedOn(row, opened)
  const seenOn = row.date('seen_on')
  const seen = heldFrom(row, earliest(opened, seenOn), earliest(closed, seenOn))
  const name = row.one('name')
  const shop = sayShop(row, seen, {
    name: name === undefined ? undefined : oneLine(name),
    life: lifeOf(row, opened, closed),
    properties: shopProperties(row),
  })
  sayRegistrant(row, shop, seen)
  sayContacts(row, shop, ['phone', 'email', 'messenger', 'device', 'domain'], seen)
  sayAccounts(row, shop, seen)
  sayOrigins(row, shop, seen)
  saySupplier(row, shop, seen)
  return undefined
}

/** A closing day before the opening day is refused; that the shop is closed, and why, still stands. */
function closedOn(row: Row, opened: IsoDate | undefined): IsoDate | undefined {
  const closed = row.date('closed_on')
  if (closed === undefined || opened === undefined || opened <= closed) return closed
  row.refuse('closed_on', closed, 'closed-before-opened')
  return undefined
}

function lifeOf(
  row: Row,
  from: IsoDate | undefined,
  to: IsoDate | undefined,
): NodeStatement['life'] {
  const ended = row.one('closed_because') as LifeEnded | undefined
  if (from === undefined && to === undefined && ended === undefined) return undefined
  return { from, to, began: 'opened', ended, explicit: false }
}

function shopProperties(row: Row): Record<string, PropertyValue | undefined> {
  return {
    accountKind: row.one('account_kind'),
    url: row.one('url'),
    categories: [...row.many('category')],
    brands: [...row.many('brand')],
  }
}

function sayRegistrant(row: Row, shop: NodeKey, seen: Seen): void {
  const [name, number] = [row.one('registrant_name'), row.one('registrant_id')]
  const address = row.one('registrant_address')
  const identity = sayIdentity(row, {
    owner: shop.slice('shop:'.length),
    seen,
    name: name === undefined ? undefined : { field: 'registrant_name', typed: name },
    number: number === undefined ? undefined : { field: 'registrant_id', typed: number },
    hints: { entityKind: row.one('registrant_kind'), country: row.dataset.phoneRegion },
    about: { address },
  })
  if (identity === undefined) return
  sayRegistered(row, identity, address, seen)
  const literal = name ?? number ?? ''
  const typed = name === undefined ? {} : { name: oneLine(name) }
  row.edge({
    from: shop,
    type: 'REGISTERED_TO',
    to: identity,
    properties: { literal, ...typed, ...(number !== undefined && { number }) },
    seen,
  })
}

/** Where a register has somebody; goods may leave from elsewhere. */
function sayRegistered(row: Row, identity: NodeKey, address: string | undefined, seen: Seen): void {
  if (address === undefined) return
  const reason = sayAt(row, identity, { typed: address, seen, basis: 'registered' })
  if (reason !== undefined) row.refuse('registrant_address', address, reason)
}

function sayAccounts(row: Row, shop: NodeKey, seen: Seen): void {
  const [scheme, holder] = [row.one('account_scheme'), row.one('account_holder')]
  for (const typed of row.many('account')) {
    const reason = sayMoney(row, shop, 'PAID_INTO', { typed, seen, scheme, holder })
    if (reason !== undefined) row.refuse('account', typed, reason)
  }
}

/** Postcode, region and coordinates belong to the address when there is one, and to none of several. */
function sayOrigins(row: Row, shop: NodeKey, seen: Seen): void {
  const addresses = row.many('origin_address')
  const about = {
    postcode: row.one('origin_postcode'),
    region: row.one('origin_region'),
    lat: row.number('origin_lat'),
    lng: row.number('origin_lng'),
    crs: row.one('origin_crs'),
  }
  for (const typed of addresses) {
    const said = addresses.length === 1 ? { typed, seen, about } : { typed, seen }
    const reason = sayOrigin(row, shop, said)
    if (reason !== undefined) row.refuse('origin_address', typed, reason)
  }
}

function saySupplier(row: Row, shop: NodeKey, seen: Seen): void {
  const [id, name, address] = [
    row.one('factory_id'),
    row.one('factory_name'),
    row.one('factory_address'),
  ]
  const factory = sayFactory(row, { id, name, address, seen })
  if (factory === undefined) return
  saySupplied(row, shop, factory, { literal: name ?? id ?? '', seen })
  if (address === undefined) return
  const reason = sayAt(row, factory, { typed: address, seen, basis: 'reported' })
  if (reason !== undefined) row.refuse('factory_address', address, reason)
}
