import type { Store } from '../../store/port.ts'

/** Reads of a store that take longer the larger it is, or the more something is related to. What they take and answer passes between threads as it is. */
export const longReads = [
  'search',
  'keysFound',
  'keysEver',
  'saidOf',
  'expand',
  'neighbours',
  'neighbourKeys',
  'neighbourCounts',
  'relationCounts',
  'holderCounts',
  'nodes',
  'bareNodes',
  'namesOf',
  'edgesAmong',
  'bareEdgesAmong',
  'records',
  'recordsAbout',
  'stats',
  'size',
] as const satisfies readonly (keyof Store)[]

export type LongRead = (typeof longReads)[number]

type Read = (...values: readonly unknown[]) => Promise<unknown>

/** Whoever names a read has its values from a caller of that read. */
export function readOf(store: Pick<Store, LongRead>, read: LongRead): Read {
  return store[read] as unknown as Read
}
