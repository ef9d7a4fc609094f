import type { EdgeType, GraphEdge } from '../domain/graph.ts'
import type { IsoDate } from '../domain/units.ts'

/** Reads of very many nodes of which little is wanted: where ways lead, how strong they are, and how common what they pass is. */
export interface WalkReads {
  /** Begins to walk over relations; over all of them when nothing is said. */
  walk(query?: WalkQuery): Walk
  /** How many relations each of the nodes has in either direction, of some types (of every type when absent), by key; none where it has none. */
  relationCounts(
    keys: readonly string[],
    types?: readonly EdgeType[],
  ): Promise<ReadonlyMap<string, number>>
  /** Those of the nodes that shops point to, with how many do, by key: above `exactUpTo` relations of shops these are counted, and only few name a shop twice. */
  holderCounts(keys: readonly string[], exactUpTo: number): Promise<ReadonlyMap<string, number>>
  /** What people call those of the nodes that exist, by key and in its order, without reading anything else of them. */
  namesOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** A walk numbers the nodes that it comes by, from 0 on, and remembers which relations it came by: few of the many that it meets are ever called by their keys. */
export interface Walk {
  /** Nodes that have a number; all numbers are below. */
  readonly size: number
  /** The number of a node, which may not exist. */
  numberOf(key: string): number
  keyOf(node: number): string
  /** How many relations of the walk's types each of the nodes has in either direction, whenever they were. */
  counts(nodes: readonly number[]): Promise<readonly number[]>
  /** All nodes that each of the nodes is related to in either direction, one for each relation, in no order. Count relations first: a hub has very many. */
  around(nodes: readonly number[]): Promise<readonly (readonly number[])[]>
  /** Those of the relations it came by whose both ends are among some nodes, each once, sorted. */
  relations(among: readonly number[]): Promise<BareRelation[]>
}

/** Which relations lead on from a node. */
export interface WalkQuery {
  readonly types?: readonly EdgeType[] | undefined
  /** Not those that were over before this day, */
  readonly since?: IsoDate | undefined
  /** and not those that began after this one. */
  readonly until?: IsoDate | undefined
}

/** What tells a relation from others, when it was seen and how many records say so. */
export interface BareRelation
  extends Pick<GraphEdge, 'from' | 'type' | 'to' | 'discriminator' | 'firstSeen' | 'lastSeen'> {
  readonly records: number
}
