import { compareText } from '../domain/canonical.ts'
import type { GraphReads, NeighbourCount } from '../store/port.ts'

export interface Neighbourhood {
  /** Sorted. */
  readonly keys: string[]
  /** Relations to nodes that no longer found room. */
  readonly omitted: number
}

const pageSize = 200

/** The keys of `kept` and of everything one step away from the `around`, as many as the budget holds. */
export async function collectNeighbours(
  store: Pick<GraphReads, 'neighbourCounts' | 'neighbourKeys'>,
  kept: readonly string[],
  around: readonly string[],
  { budget }: { readonly budget: number },
): Promise<Neighbourhood> {
  const keys = new Set(kept.slice(0, budget))
  let omitted = new Set(kept).size - keys.size
  for (const key of around) {
    for (const count of await store.neighbourCounts(key)) {
      if (count.kind === 'Shop') continue
      const left = await followRelations(store, key, count, { keys, budget })
      omitted += left
    }
  }
  return { keys: [...keys].toSorted(compareText), omitted }
}

/** Adds the nodes at the other end of one kind of relation; returns how many relations were not followed for want of room. */
async function followRelations(
  store: Pick<GraphReads, 'neighbourCounts' | 'neighbourKeys'>,
  key: string,
  { type, direction, kind, count }: NeighbourCount,
  { keys, budget }: { readonly keys: Set<string>; readonly budget: number },
): Promise<number> {
  let followed = 0
  let cursor: string | undefined
  do {
    if (keys.size >= budget) return count - followed
    const page = await store.neighbourKeys(key, { type, direction, kind, limit: pageSize, cursor })
    for (const other of page.items) {
      if (keys.size >= budget && !keys.has(other)) return count - followed
      keys.add(other)
      followed += 1
    }
    cursor = page.next
  } while (cursor !== undefined)
  return 0
}
