import { numbered } from './numbered.ts'
import type { BareRelation, Walk } from './walk-reads.ts'

/** A walk in a store that is asked by keys and answers with keys. */
export interface KeyedWalk {
  /** None of a node that has none. */
  counts(keys: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** None of a node that has none. */
  around(keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  relations(among: ReadonlySet<string>): Promise<BareRelation[]>
}

/** Numbers the nodes of it. */
export function walkByKeys(walk: KeyedWalk): Walk {
  const nodes = numbered(() => undefined)
  const { numberOf, keyOf } = nodes
  return {
    get size() {
      return nodes.size
    },
    ...{ numberOf, keyOf },
    async counts(some) {
      const keys = some.map(keyOf)
      const counts = await walk.counts(keys)
      return keys.map((key) => counts.get(key) ?? 0)
    },
    async around(some) {
      const keys = some.map(keyOf)
      const others = await walk.around(keys)
      return keys.map((key) => (others.get(key) ?? []).map(numberOf))
    },
    relations: (among) => walk.relations(new Set(among.map(keyOf))),
  }
}
