import { nodeKey, toKey } from '../domain/keys.ts'
import { plainText } from '../domain/plain-text.ts'
import { normaliseAccount } from '../ingest/normalise/account.ts'
import { normaliseDomain } from '../ingest/normalise/domain.ts'
import { normaliseEmail } from '../ingest/normalise/email.ts'
import { isRefused } from '../ingest/normalise/normal.ts'
import { normalisePhone } from '../ingest/normalise/phone.ts'

/** Schemes under which a bare account number may be kept. */
const accountSchemes = ['account', 'bank', 'alipay', 'wechat', 'paypal', 'iban', 'wallet'] as const

/** Parts of one address that may be the id of a shop, at most. */
const partsMax = 12

/** Keys that a line could be, in the normal forms in which loaded data would have them; the store knows which are there. */
export function keysNamed(line: string): string[] {
  const text = plainText(line)
  if (text === '') return []
  const reference = /\s/u.test(text) ? undefined : toKey(text)
  const keys = [
    ...(reference === undefined ? [] : [reference]),
    ...shopsOfAddress(text),
    ...contacts(text),
    ...accounts(text),
  ]
  return [...new Set<string>(keys)]
}

/** Shops by platform and id as web addresses write them: in the path, in a parameter, or in front of the platform's own domain. */
function shopsOfAddress(text: string): string[] {
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`
  if (/\s/u.test(text) || !text.includes('.') || !URL.canParse(address)) return []
  const { hostname, pathname, searchParams } = new URL(address)
  const labels = hostname.toLowerCase().split('.')
  const inPath = [...pathname.split('/'), ...searchParams.values()].map(decoded)
  return labels.slice(0, -1).flatMap((_, place) => {
    const platform = labels.slice(place).join('.')
    const ids = [...labels.slice(0, place), ...inPath].flatMap(idsIn).slice(0, partsMax)
    return ids.map((id) => nodeKey('Shop', platform, id))
  })
}

/** A part as it stands, without the ending of a page, and the number in `shop88213`. */
function idsIn(part: string): string[] {
  const bare = part.replace(/\.html?$/iu, '').replace(/^@/u, '')
  const [number] = /\d{2,}/u.exec(bare) ?? []
  return [...new Set([part, bare, ...(number === undefined ? [] : [number])])].filter(
    (id) => id !== '' && id !== 'www',
  )
}

function contacts(text: string): string[] {
  const phones = [normalisePhone(text), normalisePhone(text, 'CN')]
  const [email, domain] = [normaliseEmail(text), normaliseDomain(text)]
  return [
    ...phones.flatMap((phone) =>
      isRefused(phone) ? [] : [nodeKey('Contact', phone.value.kind, phone.value.value)],
    ),
    ...(isRefused(email) ? [] : [nodeKey('Contact', email.value.kind, email.value.value)]),
    ...(isRefused(domain) ? [] : [nodeKey('Contact', 'domain', domain.value)]),
  ]
}

/** An account number under every scheme that it may be kept under. */
function accounts(text: string): string[] {
  if (!/\d{4}|@/u.test(text)) return []
  return accountSchemes.flatMap((scheme) => {
    const account = normaliseAccount(text, scheme)
    return isRefused(account) ? [] : [nodeKey('PaymentAccount', scheme, account.value.value)]
  })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
