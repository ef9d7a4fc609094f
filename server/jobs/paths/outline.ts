import type { Numbered } from '../../store/numbered.ts'

/** Nodes by number, and which are beside which. */
export interface Beside {
  /** How many nodes there are; their numbers are all below. */
  readonly size: number
  /** Some may be named twice. */
  beside(node: number): readonly number[]
}

/** Which nodes are beside which as far as a search has come, and nothing more of them; it has the numbers that its walk deals. */
export interface Outline extends Beside, Numbered {
  join(a: number, b: number): void
}

export function growingOutline(nodes: Numbered): Outline {
  const lists: number[][] = []
  const put = (own: number, other: number) => {
    const list = lists[own]
    if (list === undefined) lists[own] = [other]
    else list.push(other)
  }
  return {
    get size() {
      return nodes.size
    },
    numberOf: nodes.numberOf,
    keyOf: nodes.keyOf,
    beside: (node) => lists[node] ?? none,
    // What is joined from both of its ends stands in each list twice, which changes nothing.
    join(a, b) {
      if (a === b) return
      put(a, b)
      put(b, a)
    },
  }
}

const none: readonly number[] = []

/** More hops than any search takes. */
const unreached = 255

export interface Hops {
  /** Nodes that were reached, nearest first. */
  readonly reached: readonly number[]
  /** The fewest hops by node; of one that was not reached more than any search takes. */
  readonly to: Uint8Array
}

/** Fewest hops from a node to every other, up to a number of hops. */
export function hopsFrom(graph: Beside, start: number, most: number): Hops {
  const to = new Uint8Array(graph.size).fill(unreached)
  const reached = [start]
  to[start] = 0
  for (const node of reached) {
    const hops = to[node] ?? unreached
    if (most <= hops) continue
    for (const other of graph.beside(node)) {
      if (to[other] !== unreached) continue
      to[other] = hops + 1
      reached.push(other)
    }
  }
  return { reached, to }
}

/** Nodes on ways of at most so many hops between two ends, nearest to the first end first. */
export function onWaysBetween(near: Hops, far: Hops, most: number): number[] {
  return near.reached.filter(
    (node) => (near.to[node] ?? unreached) + (far.to[node] ?? unreached) <= most,
  )
}
