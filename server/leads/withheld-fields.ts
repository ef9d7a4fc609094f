import type { NodeKind } from '../domain/graph.ts'
import type { Audience } from '../domain/paper/lead.ts'
import type { RecordKind } from '../domain/record.ts'

/** What a value is, as far as it matters for who may see it. */
export type Withheld = 'person' | 'contact' | 'account' | 'address' | 'number' | 'party'

/** What stands in place of a value, the same in every language of a lead: its number tells it from others of its kind. */
export const withheldWords: Readonly<Record<Withheld, string>> = {
  person: '登记人 registrant',
  contact: '联系方式 contact',
  account: '账户 account',
  address: '地址 address',
  number: '证件号 number',
  party: '获授权方 authorised party',
}

const personal = ['person', 'contact', 'account', 'address', 'number', 'party'] as const

/** What each audience does not see. Whether a registrant is named is asked for each of them, by the role that people gave him. */
export const withheldFrom: Readonly<Record<Audience, ReadonlySet<Withheld>>> = {
  authority: new Set(),
  rights_holder: new Set<Withheld>(personal),
  platform: new Set<Withheld>(personal),
}

/** Nodes by kind; a contact that every buyer sees (a domain, a tag in a page) is no secret. */
export function withheldKind(key: string, kind: NodeKind): Withheld | undefined {
  if (kind === 'Identity') return 'person'
  if (kind === 'PaymentAccount') return 'account'
  if (kind === 'Origin' || kind === 'Place') return 'address'
  return kind === 'Contact' && !/^contact:(?:domain|tracking_id)\//.test(key)
    ? 'contact'
    : undefined
}

/** Fields of rows by what they hold; fields of one name mean the same in every kind of row, but for those of a link and a place. */
export function withheldField(
  kind: RecordKind,
  field: string,
  fields: Readonly<Record<string, unknown>>,
): Withheld | undefined {
  if (kind === 'link' && (field === 'value' || field === 'value_name'))
    return linkValues[String(fields['kind'])]
  if (kind === 'identity' && field === 'name') return 'person'
  return fieldKinds[field]
}

const linkValues: Readonly<Record<string, Withheld>> = {
  registrant: 'person',
  phone: 'contact',
  email: 'contact',
  messenger: 'contact',
  device: 'contact',
  wifi: 'contact',
  ip: 'contact',
  account: 'account',
  origin: 'address',
}

const fieldKinds: Readonly<Record<string, Withheld>> = {
  registrant_name: 'person',
  account_holder: 'person',
  sender_name: 'person',
  consignor: 'person',
  consignee: 'person',
  runs: 'person',
  party: 'party',
  identity_id: 'number',
  registrant_id: 'number',
  id_number: 'number',
  birth_date: 'number',
  phone: 'contact',
  email: 'contact',
  messenger: 'contact',
  device: 'contact',
  sender_phone: 'contact',
  account: 'account',
  from_account: 'account',
  to_account: 'account',
  payee_account: 'account',
  address: 'address',
  postcode: 'address',
  origin_address: 'address',
  origin_postcode: 'address',
  sender_address: 'address',
}
