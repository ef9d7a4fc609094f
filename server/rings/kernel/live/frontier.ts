/** Nodes that are to be looked at, first come, first served, each waiting once. */
export interface Frontier {
  /** A ring: the first stands at `next`. */
  readonly waiting: Int32Array
  /** By node. */
  readonly isWaiting: Uint8Array
  next: number
  length: number
}

export function frontierOf(nodes: number): Frontier {
  return { waiting: new Int32Array(nodes), isWaiting: new Uint8Array(nodes), next: 0, length: 0 }
}

export function putBehind(frontier: Frontier, node: number): void {
  const { waiting, isWaiting } = frontier
  if (isWaiting[node] === 1) return
  isWaiting[node] = 1
  waiting[(frontier.next + frontier.length) % waiting.length] = node
  frontier.length++
}

export function takeFirst(frontier: Frontier): number {
  const node = frontier.waiting[frontier.next] as number
  frontier.next = (frontier.next + 1) % frontier.waiting.length
  frontier.length--
  frontier.isWaiting[node] = 0
  return node
}
