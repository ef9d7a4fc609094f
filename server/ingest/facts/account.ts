import type { Seen } from '../../domain/fact.ts'
import { type NodeKey, nodeKey, partsOf } from '../../domain/keys.ts'
import { normaliseAccount } from '../normalise/account.ts'
import { isRefused, type Normal } from '../normalise/normal.ts'
import type { Reason } from '../reasons.ts'
import { readReference, sayKey } from './reference.ts'
import { present, type Row } from './row.ts'

export interface AccountSaid {
  readonly typed: string
  readonly seen: Seen
  readonly scheme?: string | undefined
  readonly holder?: string | undefined
  readonly role?: string | undefined
}

/** Says that a payment account exists; it may be written as a key, `account:bank/6222…`, or plainly beside its scheme. */
export function sayAccount(row: Row, said: AccountSaid): Normal<NodeKey> {
  const { typed, seen, scheme, holder } = said
  if (typed.startsWith('account:')) {
    const reference = readReference(typed)
    return isRefused(reference) ? reference : { value: sayKey(row, reference.value) }
  }
  const normal = normaliseAccount(typed, scheme)
  if (isRefused(normal)) return normal
  const { value, masked, scheme: known } = normal.value
  const key = row.node({
    key: nodeKey('PaymentAccount', known, value),
    kind: 'PaymentAccount',
    name: typed,
    properties: present({ scheme: known, holder, masked: masked || undefined }),
    firstSeen: seen.firstSeen,
    lastSeen: seen.lastSeen,
  })
  return { value: key }
}

/** Says that a shop's money goes into an account, or that an identity holds it; the reason when the account cannot be read. */
export function sayMoney(
  row: Row,
  from: NodeKey,
  type: 'PAID_INTO' | 'HOLDS',
  said: AccountSaid,
): Reason | undefined {
  const account = sayAccount(row, said)
  if (isRefused(account)) return account.reason
  const { typed, role, holder, seen } = said
  const evidence = [...row.many('evidence')]
  row.edge({
    from,
    type,
    to: account.value,
    properties: present({ literal: literalOf(typed, account.value), role, holder, evidence }),
    seen,
  })
  return undefined
}

/** What people read beside a link: the account as typed, without the key's prefix and scheme where a key was typed. */
function literalOf(typed: string, key: NodeKey): string {
  return typed.startsWith('account:') ? (partsOf(key).at(-1) ?? typed) : typed
}
