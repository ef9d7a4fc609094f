import type { Csr } from './csr.ts'

/**
 * The communities with every connected piece of one as a community of its own, numbered in the order of their first nodes. Louvain leaves some in pieces (Traag, Waltman and van Eck 2019,
 * doi:10.1038/s41598-019-41695-z), and cutting them apart can only raise the objective, as no weight is between the pieces.
 */
export function connectedCommunities(graph: Csr, communities: Int32Array): Int32Array {
  const pieces = new Int32Array(graph.nodes).fill(-1)
  const queue = new Int32Array(graph.nodes)
  let count = 0
  for (let start = 0; start < graph.nodes; start++) {
    if (0 <= (pieces[start] as number)) continue
    pieces[start] = count
    queue[0] = start
    let length = 1
    for (let next = 0; next < length; next++)
      length = reach(graph, communities, pieces, queue, next, length)
    count++
  }
  return pieces
}

/** Puts the neighbors of the queue's node at `next` behind it that are of its community and in no piece yet; gives the new length. */
function reach(
  { starts, targets }: Csr,
  communities: Int32Array,
  pieces: Int32Array,
  queue: Int32Array,
  next: number,
  length: number,
): number {
  const node = queue[next] as number
  const end = starts[node + 1] as number
  let longer = length
  for (let slot = starts[node] as number; slot < end; slot++) {
    const other = targets[slot] as number
    if (0 <= (pieces[other] as number) || communities[other] !== communities[node]) continue
    pieces[other] = pieces[node] as number
    queue[longer++] = other
  }
  return longer
}
