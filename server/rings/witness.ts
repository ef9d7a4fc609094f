import type { Channel } from '../domain/link.ts'

/** What thousands have in common by their trade adds to a sum, and confirms nothing else. */
const noWitnesses: ReadonlySet<Channel> = new Set(['brands', 'prices'])

/** Whether an agreement in a channel can hold a ring together. */
export function isWitness(channel: Channel): boolean {
  return !noWitnesses.has(channel)
}
