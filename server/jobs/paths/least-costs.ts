import { createHeap } from './heap.ts'

/** Tells `reach` each node that a step leads to from a node, and the cost of it, which is never below 0. */
export type Onwards = (node: number, reach: (other: number, cost: number) => void) => void

/** The least cost from a node to every other (Dijkstra); without end of those that none leads to. */
export function leastCosts(start: number, size: number, onwards: Onwards): Float64Array {
  const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const settled = new Uint8Array(size)
  const heap = createHeap<{ readonly node: number; readonly cost: number }>(
    (a, b) => a.cost - b.cost,
  )
  const reach = (node: number, cost: number) => {
    if ((costs[node] ?? 0) <= cost) return
    costs[node] = cost
    heap.push({ node, cost })
  }
  reach(start, 0)
  for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
    const { node, cost } = next
    if (settled[node] === 1) continue
    settled[node] = 1
    onwards(node, (other, further) => reach(other, cost + further))
  }
  return costs
}
