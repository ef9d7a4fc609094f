import type { EdgeStatement } from '../domain/fact.ts'

/** What tells one relation from another. */
export type EdgeId = Pick<EdgeStatement, 'from' | 'type' | 'to' | 'discriminator'>

/** The same text for the same relation only. */
export function edgeIdentity({
  from,
  type,
  to,
  discriminator,
}: { readonly [Part in keyof EdgeId]: string }): string {
  // No key holds a line end.
  return `${from}\n${type}\n${to}\n${discriminator}`
}
