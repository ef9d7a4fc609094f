import { plainText } from '../../domain/plain-text.ts'
import type { Normal } from './normal.ts'

/** Addresses that the standard leaves as they are: nothing encoded, no dot segment, a host of plain labels that cannot be an IP address. */
const alreadyNormal =
  /^https?:\/\/(?!xn--)[a-z0-9][a-z0-9-]*(?:\.(?!xn--)[a-z0-9][a-z0-9-]*)*\.[a-z]{2,}\/(?:[\w~-][\w~.-]*\/)*(?:[\w~-][\w~.-]*)?$/

/** A web address as the URL standard writes it; `https` when no scheme is given, and no scheme but the web's. */
export function normaliseUrl(typed: string): Normal {
  if (alreadyNormal.test(typed)) return { value: typed }
  const text = plainText(typed)
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`
  if (/\s/u.test(address) || !URL.canParse(address)) return { reason: 'url-invalid' }
  const url = new URL(address)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  return web && url.hostname.includes('.') ? { value: url.href } : { reason: 'url-invalid' }
}
