import type { Walk } from '../../server/store/walk-reads.ts'

/** By key, where a walk leads from each of the nodes; none of those from which it leads nowhere. */
export async function walkedAround(
  walk: Walk,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const others = await walk.around(keys.map(walk.numberOf))
  return new Map(
    keys.flatMap((key, place) => {
      const own = (others[place] ?? []).map(walk.keyOf)
      return own.length === 0 ? [] : [[key, own]]
    }),
  )
}
