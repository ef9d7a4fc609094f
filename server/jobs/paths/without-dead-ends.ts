import type { Beside } from './outline.ts'

/**
 * Those of the nodes that a way between two ends can pass without passing any node twice: were the ends joined, these would be the nodes that stay joined with both whatever other node is taken
 * away (the biconnected component of that joint; Hopcroft and Tarjan 1973, doi:10.1145/362248.362272). All else hangs on a single node, as does nearly all that shares a hub with something on a way.
 */
export function withoutDeadEnds(
  graph: Beside,
  nodes: readonly number[],
  [from, to]: readonly [from: number, to: number],
): readonly number[] {
  const depth = depthFirst(graph, nodes)
  depth.meet(from)
  depth.enter(to)
  for (let top = depth.top(); top !== undefined; top = depth.top()) depth.goOn(top)
  return [from, ...depth.kept]
}

/** A node that was entered and not left, with the place of the next one beside it. */
interface Open {
  readonly node: number
  next: number
}

/** Goes as deep as it can, and drops what it went through once that turns out to lead back to nothing above the node by which it came. */
function depthFirst(graph: Beside, nodes: readonly number[]) {
  const isThere = new Uint8Array(graph.size)
  for (const node of nodes) isThere[node] = 1
  /** When a node was met, from 1, and the earliest of those met that it leads back to. */
  const [met, low] = [new Uint32Array(graph.size), new Uint32Array(graph.size)]
  const kept: number[] = []
  const open: Open[] = []
  let clock = 0
  const at = (times: Uint32Array, node: number) => times[node] ?? 0
  const leadsBack = (node: number, time: number) => {
    low[node] = Math.min(at(low, node), time)
  }
  const meet = (node: number) => {
    clock += 1
    met[node] = clock
    low[node] = clock
  }
  const enter = (node: number) => {
    meet(node)
    kept.push(node)
    open.push({ node, next: 0 })
  }
  const leave = (node: number) => {
    open.pop()
    const above = open.at(-1)?.node
    if (above === undefined) return
    leadsBack(above, at(low, node))
    if (at(met, above) <= at(low, node)) kept.length = kept.lastIndexOf(node)
  }
  return {
    kept,
    meet,
    enter,
    top: () => open.at(-1),
    goOn(top: Open) {
      const other = graph.beside(top.node)[top.next]
      top.next += 1
      if (other === undefined) leave(top.node)
      else if (isThere[other] === 1 && met[other] === 0) enter(other)
      else if (isThere[other] === 1) leadsBack(top.node, at(met, other))
    },
  }
}
