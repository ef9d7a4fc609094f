import type { Normal } from './normal.ts'
import { plainText, saysNothing } from './text.ts'

/**
 * A messenger handle, device id or tracking id: lower case, without spaces and without a leading `@`.
 * A scheme keeps handles of two services apart: `wechat:lin88` is not `qq:lin88`.
 */
export function normaliseHandle(typed: string, scheme?: string): Normal {
  const handle = plainText(typed).toLowerCase().replaceAll(/\s+/gu, '').replace(/^@+/u, '')
  if (handle === '' || saysNothing(handle)) return { reason: 'nothing-said' }
  return { value: scheme === undefined ? handle : `${plainText(scheme).toLowerCase()}:${handle}` }
}
