import { domainToASCII } from 'node:url'

import type { Normal } from './normal.ts'
import { plainText } from './text.ts'

export interface Email {
  readonly kind: 'email' | 'email-masked'
  readonly value: string
}

const longestAddress = 254

/** Lower case, the domain in its ASCII form; what shows of a masked address (`li***@163.com`) is a value of its own kind. */
export function normaliseEmail(typed: string): Normal<Email> {
  const text = plainText(typed)
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/u, '$1')
    .toLowerCase()
  const [, mailbox, host] = /^([^\s@<>,;"]+)@([^\s@<>,;"]+)$/u.exec(text) ?? []
  if (mailbox === undefined || host === undefined) return { reason: 'email-invalid' }
  if (/[*•]/u.test(text)) {
    return { value: { kind: 'email-masked', value: text.replaceAll(/[*•]+/gu, '*') } }
  }
  const domain = domainToASCII(host)
  const value = `${mailbox}@${domain}`
  if (!domain.includes('.') || longestAddress < value.length) return { reason: 'email-invalid' }
  return { value: { kind: 'email', value } }
}
