import { type Numbered, numbered } from '../../store/numbered.ts'
import type { Beside } from './outline.ts'
import type { Relation } from './relation.ts'

/** The part of the graph that a search has read so far. */
export interface Fragment extends Beside, Numbered {
  /** Relations of a node by the other end. */
  around(node: number): ReadonlyMap<number, readonly Relation[]>
}

export interface GrowingFragment extends Fragment {
  /** Takes each relation once. */
  add(relation: Relation): void
}

export function growingFragment(): GrowingFragment {
  const adjacent: Map<number, Relation[]>[] = []
  const keys = numbered(() => adjacent.push(new Map()))
  const put = (own: number, other: number, relation: Relation) => {
    const between = adjacent[own]?.get(other)
    if (between === undefined) adjacent[own]?.set(other, [relation])
    else between.push(relation)
  }
  return {
    get size() {
      return keys.size
    },
    numberOf: keys.numberOf,
    keyOf: keys.keyOf,
    around: (node) => adjacent[node] ?? new Map(),
    beside: (node) => [...(adjacent[node]?.keys() ?? [])],
    add(relation) {
      if (relation.from === relation.to) return
      const [from, to] = [keys.numberOf(relation.from), keys.numberOf(relation.to)]
      put(from, to, relation)
      put(to, from, relation)
    },
  }
}
