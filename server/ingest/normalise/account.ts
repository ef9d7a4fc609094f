import { normaliseEmail } from './email.ts'
import { isRefused, type Normal } from './normal.ts'
import { saysNothing } from './says-nothing.ts'
import { plainText } from './text.ts'

/** Schemes whose addresses tell upper from lower case (base58). */
const caseMatters = new Set([
  'bitcoin',
  'litecoin',
  'dogecoin',
  'tron',
  'solana',
  'monero',
  'ripple',
])

export interface Account {
  readonly scheme: string
  readonly value: string
  /** True when digits are hidden: such an account agrees on what shows and proves less. */
  readonly masked: boolean
}

const plainNumber = /^\d+$/

/** The scheme of an account whose source does not say what it is. */
export const unstatedScheme = 'account'

/** A payment account by scheme: spaces and dashes do not count, nor does case where the scheme has none; a mask is kept. */
export function normaliseAccount(typed: string, scheme = unstatedScheme): Normal<Account> {
  const kind = plainText(scheme).toLowerCase() || unstatedScheme
  if (plainNumber.test(typed)) return { value: { scheme: kind, value: typed, masked: false } }
  const email = normaliseEmail(typed)
  if (!isRefused(email)) {
    return { value: { scheme: kind, ...maskOf(email.value.value) } }
  }
  const bare = plainText(typed).replaceAll(/[\s\p{Pd}]+/gu, '')
  if (bare === '' || saysNothing(typed)) return { reason: 'nothing-said' }
  const cased = caseMatters.has(kind) ? bare : bare.toLowerCase()
  return { value: { scheme: kind, ...maskOf(cased) } }
}

function maskOf(value: string): Pick<Account, 'value' | 'masked'> {
  const shown = value.replaceAll('•', '*')
  return { value: shown, masked: shown.includes('*') }
}
