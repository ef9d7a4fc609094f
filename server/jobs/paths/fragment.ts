import type { Relation } from './relation.ts'

/** The part of the graph that a search has read so far. */
export interface Fragment {
  /** Relations of a node by the other end. */
  around(key: string): ReadonlyMap<string, readonly Relation[]>
}

export interface GrowingFragment extends Fragment {
  add(relation: Relation): void
}

export function growingFragment(): GrowingFragment {
  const ids = new Set<string>()
  const adjacent = new Map<string, Map<string, Relation[]>>()
  const put = (own: string, other: string, relation: Relation) => {
    const others = adjacent.get(own) ?? new Map<string, Relation[]>()
    adjacent.set(own, others)
    const between = others.get(other)
    if (between === undefined) others.set(other, [relation])
    else between.push(relation)
  }
  return {
    around: (key) => adjacent.get(key) ?? new Map(),
    add(relation) {
      if (ids.has(relation.id) || relation.from === relation.to) return
      ids.add(relation.id)
      put(relation.from, relation.to, relation)
      put(relation.to, relation.from, relation)
    },
  }
}

/** Fewest hops from a node to every other, up to a number of hops. */
export function hopsFrom(fragment: Fragment, start: string, most: number): Map<string, number> {
  const hops = new Map([[start, 0]])
  for (const [key, count] of hops) {
    if (most <= count) continue
    for (const other of fragment.around(key).keys()) {
      if (!hops.has(other)) hops.set(other, count + 1)
    }
  }
  return hops
}
