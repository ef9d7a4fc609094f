import type { Normal } from './normal.ts'
import { plainText } from './text.ts'

/** A web address as the URL standard writes it; `https` when no scheme is given, and no scheme but the web's. */
export function normaliseUrl(typed: string): Normal {
  const text = plainText(typed)
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`
  if (/\s/u.test(address) || !URL.canParse(address)) return { reason: 'url-invalid' }
  const url = new URL(address)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  return web && url.hostname.includes('.') ? { value: url.href } : { reason: 'url-invalid' }
}
