import { domainToASCII } from 'node:url'

import { plainText } from '../../domain/plain-text.ts'
import type { Normal } from './normal.ts'
import { remembered } from './remembered.ts'

export interface Email {
  readonly kind: 'email' | 'email-masked'
  readonly value: string
}

const longestAddress = 254

/** As most addresses are typed: nothing to unwrap, to fold or to mask. */
const plainAddress = /^[a-z0-9._%+-]+@[a-z0-9.-]+$/

/** Millions of mailboxes are of a few domains. */
const asciiOf = remembered(domainToASCII)

/** Lower case, the domain in its ASCII form; what shows of a masked address (`li***@163.com`) is a value of its own kind. */
export function normaliseEmail(typed: string): Normal<Email> {
  if (plainAddress.test(typed)) return addressOf(typed, typed.indexOf('@'))
  const text = plainText(typed)
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/u, '$1')
    .toLowerCase()
  const [, mailbox, host] = /^([^\s@<>,;"]+)@([^\s@<>,;"]+)$/u.exec(text) ?? []
  if (mailbox === undefined || host === undefined) return { reason: 'email-invalid' }
  if (/[*•]/u.test(text)) {
    return { value: { kind: 'email-masked', value: text.replaceAll(/[*•]+/gu, '*') } }
  }
  return addressOf(`${mailbox}@${host}`, mailbox.length)
}

function addressOf(text: string, at: number): Normal<Email> {
  const typed = text.slice(at + 1)
  const domain = asciiOf(typed)
  const value = domain === typed ? text : `${text.slice(0, at)}@${domain}`
  if (!domain.includes('.') || longestAddress < value.length) return { reason: 'email-invalid' }
  return { value: { kind: 'email', value } }
}
