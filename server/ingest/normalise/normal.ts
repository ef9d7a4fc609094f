import type { Reason } from '../reasons.ts'

/** The canonical form of a value, or why it has none. */
export type Normal<T = string> = { readonly value: T } | { readonly reason: Reason }

/** True for a value that has no canonical form. */
export function isRefused<T>(normal: Normal<T>): normal is { readonly reason: Reason } {
  return 'reason' in normal
}
