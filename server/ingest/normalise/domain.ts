import { domainToASCII } from 'node:url'

import { plainText } from '../../domain/plain-text.ts'
import type { Normal } from './normal.ts'

const longestDomain = 253
const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/

/** The host name of a domain or web address: ASCII form, lower case, without `www.`, port and path. */
export function normaliseDomain(typed: string): Normal {
  const host = plainText(typed)
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//u, '')
    .replace(/[/?#].*$/su, '')
    .replace(/^.*@/u, '')
    .replace(/:\d*$/u, '')
    .replace(/\.+$/u, '')
  const domain = domainToASCII(host).replace(/^www\.(?=[^.]+\.)/u, '')
  const labels = domain.split('.')
  const valid = 1 < labels.length && labels.every((part) => label.test(part))
  const last = labels.at(-1) ?? ''
  if (!valid || longestDomain < domain.length || /^\d+$/.test(last)) {
    return { reason: 'domain-invalid' }
  }
  return { value: domain }
}
