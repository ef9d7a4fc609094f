import type { EdgeStatement, NodeStatement } from './fact.ts'
import { edgeOf, edgeState, type FoldState, mergeAll, nodeOf, nodeState } from './fold-state.ts'
import type { GraphEdge, GraphNode } from './graph.ts'
import type { Sha256 } from './units.ts'

/** A statement with the record that says it. */
export interface Said<T> {
  readonly record: Sha256
  readonly statement: T
}

/**
 * What several records together say of one node, in whatever order they came. Of each property the value seen last
 * counts (the greater value where two were seen last on one day); lists are united; a name that nobody gives is the
 * last part of the key. Throws when nothing is said, or when the statements are about several nodes.
 */
export function foldNode(said: readonly Said<NodeStatement>[]): GraphNode {
  const { key } = only(said, ({ key }) => key)
  return nodeOf(key, fold(said, nodeState), recordsOf(said))
}

/** Names that records give a node beside the one that counts, sorted. */
export function otherNamesIn(said: readonly Said<NodeStatement>[]): readonly string[] {
  if (said.length < 2) return []
  return fold(said, nodeState).otherNames ?? []
}

/** What several records together say of one relation; see {@link foldNode}. */
export function foldEdge(said: readonly Said<EdgeStatement>[]): GraphEdge {
  const identity = ({ from, type, to, discriminator }: EdgeStatement) =>
    JSON.stringify([from, type, to, discriminator])
  return edgeOf(only(said, identity), fold(said, edgeState), recordsOf(said))
}

function only<T>(said: readonly Said<T>[], identity: (statement: T) => string): T {
  const [first, ...rest] = said.map(({ statement }) => statement)
  if (first === undefined) throw new Error('nothing is said, so there is nothing to fold')
  const stranger = rest.find((statement) => identity(statement) !== identity(first))
  if (stranger !== undefined) {
    throw new Error(`cannot fold ${identity(stranger)} into ${identity(first)}`)
  }
  return first
}

function fold<T>(said: readonly Said<T>[], stateOf: (statement: T) => FoldState): FoldState {
  return mergeAll(said.map(({ statement }) => stateOf(statement)))
}

function recordsOf(said: readonly Said<unknown>[]): Sha256[] {
  return [...new Set(said.map(({ record }) => record))].toSorted()
}
