import type { BareNode, GraphEdge, GraphNode } from '../graph.ts'
import type { IsoDate, Sha256 } from '../units.ts'
import { type PackedRows, packedRows, sharedTexts } from './packed-rows.ts'

/**
 * A graph that is kept beside the heap: a node or relation that comes out of it holds nothing and reads what is asked of it from columns of numbers and blocks of text. As objects, a million shops with
 * all that is known of them take gigabytes, which the garbage collector goes through again and again. To copy such a thing by spreading copies nothing, as nothing is its own.
 */
export interface PackedGraph {
  /** The same node, packed; `said` are the numbers of the records that say it. */
  node(node: BareNode, said: readonly number[]): GraphNode
  /** The same relation, packed. */
  edge(edge: Omit<GraphEdge, 'records'>, said: readonly number[]): GraphEdge
}

/** Sorted hashes of records by their numbers. */
export type RecordsOf = (said: readonly number[]) => Sha256[]

export function packedGraph(recordsOf: RecordsOf): PackedGraph {
  const texts = sharedTexts()
  const nodes: Packed<NodeRest> = { rows: packedRows(nodeColumns.length, texts), recordsOf }
  const edges: Packed<EdgeRest> = { rows: packedRows(edgeColumns.length, texts), recordsOf }
  return {
    node(node, said) {
      const own = nodeColumns.map((column) => node[column])
      return new PackedNode(
        nodes,
        nodes.rows.add(own, [node.name, node.lives, node.properties], said),
      )
    },
    edge(edge, said) {
      const own = edgeColumns.map((column) => edge[column])
      return new PackedEdge(edges, edges.rows.add(own, edge.properties, said))
    },
  }
}

interface Packed<Rest> {
  readonly rows: PackedRows<Rest>
  readonly recordsOf: RecordsOf
}

/** What things share with others. */
const nodeColumns = ['key', 'kind', 'firstSeen', 'lastSeen'] as const
const edgeColumns = ['from', 'type', 'to', 'discriminator', 'firstSeen', 'lastSeen'] as const

type NodeRest = readonly [BareNode['name'], BareNode['lives'], BareNode['properties']]
type EdgeRest = GraphEdge['properties']

/** A class, as millions of them are to have their ways of reading in common. */
class PackedNode implements GraphNode {
  readonly #packed: Packed<NodeRest>
  readonly #place: number

  constructor(packed: Packed<NodeRest>, place: number) {
    this.#packed = packed
    this.#place = place
  }

  get key() {
    return this.#packed.rows.text(this.#place, 0) as string
  }
  get kind() {
    return this.#packed.rows.text(this.#place, 1) as GraphNode['kind']
  }
  get name() {
    return this.#packed.rows.rest(this.#place)[0]
  }
  get lives() {
    return this.#packed.rows.rest(this.#place)[1]
  }
  get properties() {
    return this.#packed.rows.rest(this.#place)[2]
  }
  get firstSeen() {
    return this.#packed.rows.text(this.#place, 2) as IsoDate | undefined
  }
  get lastSeen() {
    return this.#packed.rows.text(this.#place, 3) as IsoDate | undefined
  }
  get records() {
    return this.#packed.recordsOf(this.#packed.rows.said(this.#place))
  }
}

class PackedEdge implements GraphEdge {
  readonly #packed: Packed<EdgeRest>
  readonly #place: number

  constructor(packed: Packed<EdgeRest>, place: number) {
    this.#packed = packed
    this.#place = place
  }

  get from() {
    return this.#packed.rows.text(this.#place, 0) as string
  }
  get type() {
    return this.#packed.rows.text(this.#place, 1) as GraphEdge['type']
  }
  get to() {
    return this.#packed.rows.text(this.#place, 2) as string
  }
  get discriminator() {
    return this.#packed.rows.text(this.#place, 3) as string
  }
  get properties() {
    return this.#packed.rows.rest(this.#place)
  }
  get firstSeen() {
    return this.#packed.rows.text(this.#place, 4) as IsoDate | undefined
  }
  get lastSeen() {
    return this.#packed.rows.text(this.#place, 5) as IsoDate | undefined
  }
  get records() {
    return this.#packed.recordsOf(this.#packed.rows.said(this.#place))
  }
}
