import type { EdgeType } from '../domain/graph.ts'
import type { IsoDate } from '../domain/units.ts'

/** Reads of very many nodes of which little is wanted: where ways lead, and how common what they pass is. */
export interface WalkReads {
  /** Keys of all nodes that a node is related to in either direction, each once, sorted. Count relations first: a hub has very many. */
  neighbourKeys(key: string, query?: NeighbourKeysQuery): Promise<string[]>
  /** How many relations each of the nodes has in either direction, of some types (of every type when absent), by key; none where it has none. */
  relationCounts(
    keys: readonly string[],
    types?: readonly EdgeType[],
  ): Promise<ReadonlyMap<string, number>>
  /** Those of the nodes that shops point to, with how many do, sorted by key. */
  holderCounts(keys: readonly string[]): Promise<HolderCount[]>
  /** What people call those of the nodes that exist, by key, without reading anything else of them. */
  namesOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** Which relations lead on from a node; all of them when nothing is said. */
export interface NeighbourKeysQuery {
  readonly types?: readonly EdgeType[] | undefined
  /** Not those that were over before this day, */
  readonly since?: IsoDate | undefined
  /** and not those that began after this one. */
  readonly until?: IsoDate | undefined
}

/** How many shops point to a node: one may do so by several relations. */
export interface HolderCount {
  readonly key: string
  readonly relations: number
  readonly shops: number
}
