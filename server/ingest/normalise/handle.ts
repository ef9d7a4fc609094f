import type { Normal } from './normal.ts'
import { saysNothing } from './says-nothing.ts'
import { plainText } from './text.ts'

/**
 * A messenger handle, device id or tracking id: lower case, without spaces and without a leading `@`.
 * A scheme keeps handles of two services apart: `wechat:lin88` is not `qq:lin88`.
 */
export function normaliseHandle(typed: string, scheme?: string): Normal {
  const handle = smallLetters(plainText(typed).replaceAll(/\s+/gu, '').replace(/^@+/u, ''))
  if (handle === '' || saysNothing(handle)) return { reason: 'nothing-said' }
  return { value: scheme === undefined ? handle : `${plainText(scheme).toLowerCase()}:${handle}` }
}

/** The capital İ has a small letter of its own, which nobody types. */
function smallLetters(text: string): string {
  return text.toLowerCase().replaceAll('i\u0307', 'i').normalize('NFKC')
}
