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

/** The read by its name, for values that came through a message, where no type ties them to it: whoever asks does so by a typed store, and nobody else sends any. */
export function readOf(store: Pick<Store, LongRead>, read: LongRead): Read {
  return store[read] as unknown as Read
}
