import { compareText } from '../../domain/canonical.ts'
import type { Outline } from './outline.ts'

/** An end of the ways that are looked for, and how many of their hops are followed from it. */
export interface Side {
  readonly start: number
  readonly most: number
}

/** Which nodes are to be read next: those so near to one end that a way can lead on from them. */
export interface Frontier {
  /** All that are equally near and not done, none nearer; sorted by key. */
  nearest(): readonly number[]
  /** It need not be waited for any more. */
  done(node: number): void
  /** Joins two nodes in the outline, by which one of them and whatever lies behind it may come nearer. */
  join(a: number, b: number): void
}

/** How near a node is is kept as the outline grows: to walk it again for each batch and each hub that was read takes longer than to read them. */
export function frontierOf(outline: Outline, ends: readonly Side[]): Frontier {
  const sides = ends.map(({ start, most }) => ({ start, most, hops: [] as number[] }))
  const waiting: Set<number>[] = []
  const leastOf: number[] = []
  const done = new Set<number>()
  const wait = (node: number, hops: number) => {
    const before = leastOf[node]
    if (before !== undefined && before <= hops) return
    leastOf[node] = hops
    if (done.has(node)) return
    if (before !== undefined) waiting[before]?.delete(node)
    const equals = waiting[hops] ?? new Set()
    waiting[hops] = equals.add(node)
  }
  const approach = (side: (typeof sides)[number], node: number, hops: number): void => {
    if (side.most <= hops || (side.hops[node] ?? side.most) <= hops) return
    side.hops[node] = hops
    wait(node, hops)
    for (const other of outline.beside(node)) approach(side, other, hops + 1)
  }
  const lead = (from: number, to: number) => {
    for (const side of sides) {
      const hops = side.hops[from]
      if (hops !== undefined) approach(side, to, hops + 1)
    }
  }
  for (const side of sides) approach(side, side.start, 0)
  return {
    nearest() {
      const nodes = waiting.find((equals) => equals !== undefined && 0 < equals.size) ?? []
      return [...nodes].sort((a, b) => compareText(outline.keyOf(a), outline.keyOf(b)))
    },
    done(node) {
      done.add(node)
      const hops = leastOf[node]
      if (hops !== undefined) waiting[hops]?.delete(node)
    },
    join(a, b) {
      if (a === b) return
      outline.join(a, b)
      lead(a, b)
      lead(b, a)
    },
  }
}
