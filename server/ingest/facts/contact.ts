import type { Seen } from '../../domain/fact.ts'
import { type NodeKey, nodeKey } from '../../domain/keys.ts'
import { normaliseDomain } from '../normalise/domain.ts'
import { normaliseEmail } from '../normalise/email.ts'
import { normaliseHandle } from '../normalise/handle.ts'
import { normaliseIp, normaliseWifi } from '../normalise/network.ts'
import { isRefused, type Normal } from '../normalise/normal.ts'
import { normalisePhone } from '../normalise/phone.ts'
import type { Reason } from '../reasons.ts'
import { present, type Row } from './row.ts'

export const contactKinds = [
  'phone',
  'email',
  'messenger',
  'device',
  'domain',
  'tracking_id',
  'wifi',
  'ip',
] as const
export type ContactKind = (typeof contactKinds)[number]

interface Contact {
  /** The kind, or the kind of its masked values. */
  readonly kind: string
  readonly value: string
}

type Normaliser = (typed: string, row: Row, scheme: string | undefined) => Normal<Contact>

/** How each kind of contact gets its canonical form. */
const normalisers: Record<ContactKind, Normaliser> = {
  phone: (typed, row) => normalisePhone(typed, row.dataset.phoneRegion),
  email: (typed) => normaliseEmail(typed),
  messenger: (typed, _row, scheme) => ofKind('messenger', normaliseHandle(typed, scheme)),
  device: (typed) => ofKind('device', normaliseHandle(typed)),
  domain: (typed) => ofKind('domain', normaliseDomain(typed)),
  tracking_id: (typed) => ofKind('tracking_id', normaliseHandle(typed)),
  wifi: (typed) => ofKind('wifi', normaliseWifi(typed)),
  ip: (typed) => ofKind('ip', normaliseIp(typed)),
}

export interface ContactSaid {
  readonly kind: ContactKind
  readonly typed: string
  readonly seen: Seen
  readonly scheme?: string | undefined
  readonly role?: string | undefined
}

/** Says that someone is reached at a contact; the reason when the contact has no canonical form. */
export function sayContact(
  row: Row,
  holder: NodeKey | undefined,
  { kind, typed, seen, scheme, role }: ContactSaid,
): Reason | undefined {
  const normal = normalisers[kind](typed, row, scheme)
  if (isRefused(normal)) return normal.reason
  const contact = normal.value
  const to = row.node({
    key: nodeKey('Contact', contact.kind, contact.value),
    kind: 'Contact',
    name: typed,
    properties: { contactKind: contact.kind, value: contact.value },
    firstSeen: seen.firstSeen,
    lastSeen: seen.lastSeen,
  })
  if (holder === undefined) return undefined
  row.edge({
    from: holder,
    type: 'REACHED_AT',
    to,
    properties: present({ literal: typed, role, evidence: [...row.many('evidence')] }),
    seen,
  })
  return undefined
}

/** Says every contact of the fields named after their kinds, and refuses those without a canonical form. */
export function sayContacts(
  row: Row,
  holder: NodeKey,
  kinds: readonly ContactKind[],
  seen: Seen,
): void {
  for (const kind of kinds) {
    for (const typed of row.many(kind)) {
      const reason = sayContact(row, holder, { kind, typed, seen })
      if (reason !== undefined) row.refuse(kind, typed, reason)
    }
  }
}

function ofKind(kind: string, normal: Normal): Normal<Contact> {
  return isRefused(normal) ? normal : { value: { kind, value: normal.value } }
}
