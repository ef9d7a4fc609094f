import type { Csr } from './csr.ts'

/** Rows that need not stand close together: the neighbors of node i are targets[begin[i]] … targets[end[i] − 1], ascending, each once. */
export interface Adjacency {
  readonly begin: Int32Array
  readonly end: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
}

/** The same memory, seen as rows. */
export function adjacencyOf({ starts, targets, weights }: Csr): Adjacency {
  return { begin: starts, end: starts.subarray(1), targets, weights }
}

/** All edges' weight, loops included, each once. */
export function weightOf({ weights, loops }: Csr): number {
  let twice = 0
  for (let slot = 0; slot < weights.length; slot++) twice += weights[slot] as number
  for (let node = 0; node < loops.length; node++) twice += 2 * (loops[node] as number)
  return twice / 2
}
