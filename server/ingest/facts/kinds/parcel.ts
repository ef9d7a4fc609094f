import type { Seen } from '../../../domain/fact.ts'
import type { NodeKey } from '../../../domain/keys.ts'
import { sayOrigin } from '../address.ts'
import { sayContact } from '../contact.ts'
import { sayIfKey, sayReference } from '../reference.ts'
import type { Row } from '../row.ts'
import { seenOn } from '../seen.ts'

/** A parcel: the address and phone of its sender, for the shop it came from when that is known. */
export function sayParcelRow(row: Row): undefined {
  const seen = seenOn(row.date('sent_on') ?? row.date('received_on'))
  const shop = sayReference(row, 'shop', row.one('shop'), ['Shop'])
  saySender(row, shop, seen)
  for (const party of ['first_scan_place', 'consignor', 'consignee', 'port']) {
    sayIfKey(row, row.one(party))
  }
  return undefined
}

function saySender(row: Row, shop: NodeKey | undefined, seen: Seen): void {
  const [address, phone] = [row.one('sender_address'), row.one('sender_phone')]
  if (address !== undefined) {
    const reason = sayOrigin(row, shop, { typed: address, seen })
    if (reason !== undefined) row.refuse('sender_address', address, reason)
  }
  if (phone === undefined) return
  const reason = sayContact(row, shop, { kind: 'phone', typed: phone, seen, role: 'sender' })
  if (reason !== undefined) row.refuse('sender_phone', phone, reason)
}
