import { isIP } from 'node:net'

import { plainText } from '../../domain/plain-text.ts'
import type { Normal } from './normal.ts'
import { saysNothing } from './says-nothing.ts'

/** An IP address in its shortest form (RFC 5952 for version 6). */
export function normaliseIp(typed: string): Normal {
  const text = plainText(typed).replace(/^\[(.*)\]$/u, '$1')
  const version = isIP(text)
  if (version === 4) return { value: text }
  if (version !== 6 || text.includes('%')) return { reason: 'ip-invalid' }
  return { value: new URL(`http://[${text}]/`).hostname.slice(1, -1) }
}

/** A wireless network: the hardware address of its access point as `a4:56:30:00:00:01`, or else its name, case kept. */
export function normaliseWifi(typed: string): Normal {
  const text = plainText(typed)
  if (text === '' || saysNothing(text)) return { reason: 'nothing-said' }
  const digits = text.replaceAll(/[\s:.-]/gu, '').toLowerCase()
  if (!/^[0-9a-f]{12}$/.test(digits)) return { value: text }
  return { value: digits.replaceAll(/(..)(?!$)/g, '$1:') }
}
