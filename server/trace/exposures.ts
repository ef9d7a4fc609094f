import type { Replacement } from '../domain/choke-point.ts'
import type { ActedUses } from './acted-uses.ts'

/** What a ring loses when something is gone. */
export interface Exposure {
  /** Something that can be acted on. */
  readonly key: string
  /** Place of the ring among those whose harm is given. */
  readonly ring: number
  /** The ring's open shops that use it. */
  readonly shops: number
  /** What of the ring's harm goes with it at first, from 0 to 1. */
  readonly share: number
  /** How probable it is that sellers find another, from 0 to 1. */
  readonly replaced: number
}

/**
 * Of every ring, what each thing that its open shops use is of all that they use of the kind: the rest is what it falls back on. What only closed shops used is gone
 * already, and a shop of which nothing is told counts as having something else.
 *
 * @param rings the open shops of each
 */
export function exposuresOf(
  rings: readonly (readonly string[])[],
  uses: ActedUses,
  replacements: readonly Replacement[],
): Exposure[] {
  const rates = new Map<string, number>(replacements.map(({ relation, rate }) => [relation, rate]))
  return rings.flatMap((open, ring) =>
    [...uses].flatMap(([relation, shops]) => {
      const counts = new Map<string, number>()
      for (const shop of open)
        for (const key of shops.get(shop) ?? []) counts.set(key, (counts.get(key) ?? 0) + 1)
      const told = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const all = Math.max(told, open.length)
      const replaced = rates.get(relation) ?? 0
      return Array.from(counts, ([key, count]) => ({
        ...{ key, ring, replaced },
        shops: count,
        share: count / all,
      }))
    }),
  )
}
