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

/** Which nodes are beside which, and nothing more of them. */
export interface Outline {
  around(key: string): { keys(): Iterable<string> }
}

export interface GrowingOutline extends Outline {
  join(...pairs: readonly Pick<Relation, 'from' | 'to'>[]): void
}

export function growingOutline(): GrowingOutline {
  const beside = new Map<string, Set<string>>()
  const of = (key: string) => {
    const others = beside.get(key) ?? new Set<string>()
    beside.set(key, others)
    return others
  }
  return {
    around: (key) => beside.get(key) ?? new Set(),
    join(...pairs) {
      for (const { from, to } of pairs) {
        if (from === to) continue
        of(from).add(to)
        of(to).add(from)
      }
    },
  }
}

/** Fewest hops from a node to every other, up to a number of hops. */
export function hopsFrom(fragment: Outline, start: string, most: number): Map<string, number> {
  const hops = new Map([[start, 0]])
  for (const [key, count] of hops) {
    if (most <= count) continue
    for (const other of fragment.around(key).keys()) {
      if (!hops.has(other)) hops.set(other, count + 1)
    }
  }
  return hops
}
