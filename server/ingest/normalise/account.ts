import { plainText } from '../../domain/plain-text.ts'
import { normaliseEmail } from './email.ts'
import { isRefused, type Normal } from './normal.ts'
import { saysNothing } from './says-nothing.ts'

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

/** An address in base58, whatever its scheme is called: no 0, O, I and l, and as long as no number of a bank that has letters of both kinds. */
const base58 = /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[1-9A-HJ-NP-Za-km-z]{26,}$/

/** An address in bech32 (BIP 173), which is one in capitals and in small letters, as QR codes prefer the former. */
const bech32 = /^(?:bc|tb|ltc)1[02-9ac-hj-np-z]{6,}$/i

/** What is typed before a number to say what it is: `IBAN: DE89 …`, `bitcoin:1A1z…`. */
const said =
  /^(?:iban(?=:|[a-z]{2}\d{2}):?|(?:bitcoin|litecoin|dogecoin|ethereum|tron|solana|monero|ripple):)/i

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
  const bare = plainText(typed)
    .replaceAll(/[\s\p{Pd}]+/gu, '')
    .replace(said, '')
  if (bare === '' || saysNothing(typed)) return { reason: 'nothing-said' }
  const keepsCase = (caseMatters.has(kind) && !bech32.test(bare)) || base58.test(bare)
  return { value: { scheme: kind, ...maskOf(keepsCase ? bare : bare.toLowerCase()) } }
}

function maskOf(value: string): Pick<Account, 'value' | 'masked'> {
  const shown = value.replaceAll('•', '*')
  return { value: shown, masked: shown.includes('*') }
}
