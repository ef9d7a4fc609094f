import type { BareNode, EdgeType } from '../../domain/graph.ts'
import type { Span } from './relation.ts'

/** What a search may read. */
export interface Reading {
  readonly from: BareNode
  readonly to: BareNode
  readonly maxHops: number
  readonly types: ReadonlySet<EdgeType> | undefined
  /** The run whose links are walked too; undefined: observed relations alone. */
  readonly run: number | undefined
  readonly window: Span
  /** Nodes whose relations are read, or counted and found too many. */
  readonly nodesBudget: number
  /** A node with more relations than that is read last, if at all. */
  readonly hubFrom: number
  /** Relations that are read at most, over all nodes. */
  readonly relationsBudget: number
}
