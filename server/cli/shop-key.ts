import { RefusalError } from '../domain/failure.ts'
import { type NodeKey, toKey } from '../domain/keys.ts'

/** A shop as typed, `platform/id` or its key; throws a RefusalError for what names none. */
export function shopKey(typed: string): NodeKey {
  const key = toKey(typed)
  if (key?.startsWith('shop:') === true) return key
  throw new RefusalError(
    `${typed} names no shop; write it as platform/id, such as taobao.com/88213.`,
  )
}
