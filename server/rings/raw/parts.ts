import { rootOf, singles } from '../../linkage/union-find.ts'
import type { Incidence } from './incidence.ts'

/**
 * By shop, the number of its part: the largest sets of shops of one community that stay connected whichever single identifier is taken away. A shop that hangs on one identifier is a part by
 * itself, and two rings that one identifier joins are two parts.
 *
 * Shops and the identifiers that a community owns form a bipartite graph; its blocks (Hopcroft and Tarjan 1973, doi:10.1145/362248.362272) are put together again where they meet in a shop, and
 * not where they meet in an identifier. Linear in the memberships, without recursion. A part is numbered by one of its shops.
 */
export function partsOf(
  incidence: Incidence,
  communities: Int32Array,
  owners: Int32Array,
): Int32Array {
  const { shops, identifiers } = incidence
  const vertices = shops + identifiers
  const walk: Walk = {
    incidence,
    communities,
    owners,
    found: new Int32Array(vertices).fill(-1),
    low: new Int32Array(vertices),
    parent: new Int32Array(vertices).fill(-1),
    next: new Int32Array(vertices),
    open: new Int32Array(vertices),
    waiting: new Int32Array(vertices),
    waits: 0,
    time: 0,
    joined: singles(shops),
  }
  for (let shop = 0; shop < shops; shop++)
    if ((walk.found[shop] as number) < 0) walkFrom(walk, shop)
  return walk.joined.map((_, shop) => rootOf(walk.joined, shop))
}

/** Depth first over vertices: shops, then identifiers behind them. */
interface Walk {
  readonly incidence: Incidence
  readonly communities: Int32Array
  readonly owners: Int32Array
  /** By vertex: when it was found, −1 before. */
  readonly found: Int32Array
  /** By vertex: when the earliest vertex was found that it or what was found behind it has an edge to. */
  readonly low: Int32Array
  readonly parent: Int32Array
  /** By vertex, how many of its edges were looked at. */
  readonly next: Int32Array
  /** The way from the root to the vertex at hand. */
  readonly open: Int32Array
  /** Vertices that were found and are in no block yet. */
  readonly waiting: Int32Array
  waits: number
  time: number
  /** By shop, a shop of the same part that is nearer to the root of its tree (union and find). */
  readonly joined: Int32Array
}

function walkFrom(walk: Walk, root: number): void {
  const { open, parent } = walk
  find(walk, root, -1)
  open[0] = root
  for (let depth = 0; 0 <= depth; ) {
    const vertex = open[depth] as number
    const neighbor = nextNeighbor(walk, vertex)
    if (neighbor < 0) {
      depth--
      if (0 <= depth) close(walk, vertex, parent[vertex] as number)
    } else if ((walk.found[neighbor] as number) < 0) {
      find(walk, neighbor, vertex)
      open[++depth] = neighbor
    } else if (neighbor !== parent[vertex]) {
      reach(walk, vertex, walk.found[neighbor] as number)
    }
  }
  walk.waits = 0
}

function find(walk: Walk, vertex: number, from: number): void {
  walk.found[vertex] = walk.time
  walk.low[vertex] = walk.time
  walk.time += 1
  walk.parent[vertex] = from
  walk.waiting[walk.waits] = vertex
  walk.waits += 1
}

function reach({ low }: Walk, vertex: number, time: number): void {
  low[vertex] = Math.min(low[vertex] as number, time)
}

/** The next vertex that an edge leads to, −1 when there is none left: between a shop and an identifier that its community owns. */
function nextNeighbor(walk: Walk, vertex: number): number {
  const { incidence, communities, owners, next } = walk
  const { shops, shopStarts, held, identifierStarts, holders } = incidence
  const isShop = vertex < shops
  const [starts, row] = isShop ? [shopStarts, held] : [identifierStarts, holders]
  const own = isShop ? vertex : vertex - shops
  const end = starts[own + 1] as number
  for (;;) {
    const slot = (starts[own] as number) + (next[vertex] as number)
    if (end <= slot) return -1
    next[vertex] = (next[vertex] as number) + 1
    const other = row[slot] as number
    const [shop, identifier] = isShop ? [own, other] : [other, own]
    if (communities[shop] === owners[identifier]) return isShop ? shops + other : other
  }
}

/** Leaves a vertex for its parent; where nothing behind it leads past the parent, that is a block, whose shops belong together. */
function close(walk: Walk, vertex: number, parent: number): void {
  reach(walk, parent, walk.low[vertex] as number)
  if ((walk.low[vertex] as number) < (walk.found[parent] as number)) return
  const { shops } = walk.incidence
  let first = parent < shops ? parent : -1
  for (let last = -1; last !== vertex; ) {
    walk.waits -= 1
    last = walk.waiting[walk.waits] as number
    if (shops <= last) continue
    if (0 <= first) walk.joined[rootOf(walk.joined, last)] = rootOf(walk.joined, first)
    else first = last
  }
}
