import type { BareEdge, BareNode, GraphEdge, GraphNode } from '../graph.ts'
import type { IsoDate, Sha256 } from '../units.ts'
import { type PackedRows, rowPacker, sharedTexts } from './packed-rows.ts'

/**
 * A graph that is kept beside the heap: a node or relation that comes out of it holds nothing and reads what is asked of it from columns of numbers and blocks of text. As objects, a million shops with
 * all that is known of them take gigabytes, which the garbage collector goes through again and again. To copy such a thing by spreading copies nothing, as nothing is its own.
 */
export interface PackedGraph {
  /** The same node, packed; `said` are the numbers of the records that say it. */
  node(node: BareNode, said: readonly number[]): GraphNode
  /** The same relation, packed. */
  edge(edge: BareEdge, said: readonly number[]): GraphEdge
}

/** Sorted hashes of records by their numbers. */
export type RecordsOf = (said: readonly number[]) => Sha256[]

export function packedGraph(recordsOf: RecordsOf): PackedGraph {
  const texts = sharedTexts()
  const nodes = rowPacker<NodeParts>({ width: nodeColumns.length, parts: 3 }, texts)
  const edges = rowPacker<EdgeParts>({ width: edgeColumns.length, parts: 1 }, texts)
  const ofNodes = { rows: nodes.rows, recordsOf }
  const ofEdges = { rows: edges.rows, recordsOf }
  return {
    node(node, said) {
      const own = nodeColumns.map((column) => node[column])
      return new PackedNode(ofNodes, nodes.add(own, [node.name, node.lives, node.properties], said))
    },
    edge(edge, said) {
      const own = edgeColumns.map((column) => edge[column])
      return new PackedEdge(ofEdges, edges.add(own, [edge.properties], said))
    },
  }
}

interface Packed<Parts extends readonly unknown[]> {
  readonly rows: PackedRows<Parts>
  readonly recordsOf: RecordsOf
}

/** What things share with others. */
const nodeColumns = ['key', 'kind', 'firstSeen', 'lastSeen'] as const
const edgeColumns = ['from', 'type', 'to', 'discriminator', 'firstSeen', 'lastSeen'] as const

type NodeParts = readonly [BareNode['name'], BareNode['lives'], BareNode['properties']]
type EdgeParts = readonly [BareEdge['properties']]

/** A class, as millions of them are to have their ways of reading in common. */
class PackedThing<Parts extends readonly unknown[]> {
  readonly #packed: Packed<Parts>
  readonly #place: number

  constructor(packed: Packed<Parts>, place: number) {
    this.#packed = packed
    this.#place = place
  }

  get records() {
    return this.#packed.recordsOf(this.#packed.rows.said(this.#place))
  }

  protected shared<T extends string>(column: number): T {
    return this.#packed.rows.text(this.#place, column) as T
  }

  protected day(column: number): IsoDate | undefined {
    return this.#packed.rows.text(this.#place, column) as IsoDate | undefined
  }

  protected part<K extends keyof Parts & number>(column: K): Parts[K] {
    return this.#packed.rows.part(this.#place, column)
  }
}

class PackedNode extends PackedThing<NodeParts> implements GraphNode {
  get key() {
    return this.shared(0)
  }
  get kind() {
    return this.shared<GraphNode['kind']>(1)
  }
  get name() {
    return this.part(0)
  }
  get lives() {
    return this.part(1)
  }
  get properties() {
    return this.part(2)
  }
  get firstSeen() {
    return this.day(2)
  }
  get lastSeen() {
    return this.day(3)
  }
}

class PackedEdge extends PackedThing<EdgeParts> implements GraphEdge {
  get from() {
    return this.shared(0)
  }
  get type() {
    return this.shared<GraphEdge['type']>(1)
  }
  get to() {
    return this.shared(2)
  }
  get discriminator() {
    return this.shared(3)
  }
  get properties() {
    return this.part(0)
  }
  get firstSeen() {
    return this.day(4)
  }
  get lastSeen() {
    return this.day(5)
  }
}
