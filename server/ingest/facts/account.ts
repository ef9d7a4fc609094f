import type { Seen } from '../../domain/fact.ts'
import { type NodeKey, nodeKey } from '../../domain/keys.ts'
import { normaliseAccount } from '../normalise/account.ts'
import { isRefused, type Normal } from '../normalise/normal.ts'
import type { Reason } from '../reasons.ts'
import { present, type Row } from './row.ts'

export interface AccountSaid {
  readonly typed: string
  readonly seen: Seen
  readonly scheme?: string | undefined
  readonly holder?: string | undefined
  readonly role?: string | undefined
}

/** Says that a payment account exists; it may be written as a key, `account:bank/6222…`, which says its scheme by itself, or plainly beside its scheme. */
export function sayAccount(row: Row, said: AccountSaid): Normal<NodeKey> {
  const { seen, holder } = said
  const { typed, scheme } = readTyped(said)
  if (scheme === '') return { reason: 'reference-invalid' }
  const normal = normaliseAccount(typed, scheme)
  if (isRefused(normal)) return normal
  const { value, masked, scheme: known } = normal.value
  const isKey = typed !== said.typed
  const key = row.node({
    key: nodeKey('PaymentAccount', known, value),
    kind: 'PaymentAccount',
    // A key calls an account by its normal form, which is no name.
    name: isKey && typed === value ? undefined : typed,
    properties: present({ scheme: known, holder, masked: masked || undefined }),
    firstSeen: seen.firstSeen,
    lastSeen: seen.lastSeen,
  })
  return { value: key }
}

/** What is typed of an account without its scheme. Of a key the first part is the scheme, none where it has no other. */
function readTyped({ typed, scheme }: AccountSaid): Pick<AccountSaid, 'typed' | 'scheme'> {
  if (!typed.startsWith(prefix)) return { typed, scheme }
  const [own = '', ...rest] = typed.slice(prefix.length).split('/')
  const value = decoded(rest.join('/'))
  return value === '' ? { typed, scheme: '' } : { typed: value, scheme: decoded(own) }
}

const prefix = 'account:'

/** What stands behind a scheme may be typed, and hold a percent sign. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
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
  const { role, holder, seen } = said
  const { typed } = readTyped(said)
  const evidence = [...row.many('evidence')]
  row.edge({
    from,
    type,
    to: account.value,
    properties: present({ literal: typed, role, holder, evidence }),
    seen,
  })
  return undefined
}
