import { plainText } from '../../domain/plain-text.ts'
import type { Normal } from './normal.ts'
import { saysNothing } from './says-nothing.ts'

/**
 * A messenger handle, device id or tracking id: lower case, without spaces and without a leading `@`.
 * A scheme keeps handles of two services apart: `wechat:lin88` is not `qq:lin88`, and an address that leads to a handle names its service (`t.me/lin88` is `telegram:lin88`).
 */
export function normaliseHandle(typed: string, scheme?: string): Normal {
  const text = smallLetters(plainText(typed).replaceAll(/\s+/gu, ''))
  const led = ledTo(text)
  const handle = led?.handle ?? ungrouped(text.replace(/^@+/u, ''))
  if (handle === '' || saysNothing(handle)) return { reason: 'nothing-said' }
  const service = scheme === undefined ? led?.service : plainText(scheme).toLowerCase()
  return { value: service === undefined ? handle : `${service}:${handle}` }
}

/** The capital İ has a small letter of its own, which nobody types. */
function smallLetters(text: string): string {
  return text.toLowerCase().replaceAll('i\u0307', 'i').normalize('NFKC')
}

/** Addresses by which services lead to a handle, or to a number with its country; invitations to groups are no handles and stay as they are. */
const addresses: readonly (readonly [service: string, address: RegExp])[] = [
  ['telegram', /^(?:t|telegram)\.me\/(?:s\/)?(?!joinchat|c\/|s\/)(\w+)/u],
  ['whatsapp', /^(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)\+?(\d+)/u],
  ['line', /^line\.me\/(?:r\/)?ti\/p\/[~@]?([\w.-]+)/u],
]

function ledTo(text: string): { service: string; handle: string } | undefined {
  const bare = text.replace(/^https?:\/\//u, '').replace(/^www\./u, '')
  for (const [service, address] of addresses) {
    const [, handle] = address.exec(bare) ?? []
    if (handle !== undefined)
      return { service, handle: service === 'whatsapp' ? `+${handle}` : handle }
  }
  return undefined
}

/** A telephone number, by which some services know people: what divides it does not count. */
const dividedNumber = /^\+?\d[\d().-]{5,}\d$/

function ungrouped(handle: string): string {
  return dividedNumber.test(handle) ? handle.replaceAll(/[().-]/g, '') : handle
}
