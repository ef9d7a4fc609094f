import { RefusalError } from '../domain/failure.ts'
import type { GraphPattern } from '../ingest/graph-pattern.ts'
import type { Neo4jEnvironment } from './neo4j/connection.ts'

/** A graph that somebody else keeps. It is read, and nothing is ever written to it. */
export interface ForeignGraph extends AsyncDisposable {
  /** `bolt://host:7687?database=name`; never a password. */
  readonly address: string
  /** Labels that some node has, sorted. */
  labels(): Promise<string[]>
  /** Types that some relation has, sorted. */
  types(): Promise<string[]>
  /** Which labels some relations of a type lead from and to, as patterns, sorted. */
  endsOf(type: string): Promise<string[]>
  /** How many rows a pattern has, and what properties: those of the ends of a relation as `from.name` and `to.name`. */
  columns(pattern: GraphPattern): Promise<{ readonly rows: number; readonly names: string[] }>
  /**
   * Hands over the rows of a pattern as they come, some columns of each, in the order of its key; those without one come last. Work may be
   * begun again when the connection is lost meanwhile.
   */
  rows<T>(
    pattern: GraphPattern,
    columns: readonly string[],
    work: (rows: AsyncIterable<ForeignRow>) => Promise<T>,
  ): Promise<T>
}

/** By column: text as the property would be typed, lists as lists; what cannot be text, such as bytes, as an object. */
export type ForeignRow = Readonly<Record<string, string | readonly string[] | object>>

/** What the environment says of a server that somebody else keeps, where it takes another user than the store's. */
export interface GraphEnvironment extends Neo4jEnvironment {
  readonly REVENANT_GRAPH_USERNAME?: string | undefined
  readonly REVENANT_GRAPH_PASSWORD?: string | undefined
  readonly REVENANT_GRAPH_PASSWORD_FILE?: string | undefined
}

/** Opens a graph to read from; throws as opening a store does, and a RefusalError for an address of no server. */
export async function openForeignGraph(
  address: string,
  environment: GraphEnvironment,
): Promise<ForeignGraph> {
  if (!/^(neo4j|bolt)(\+s)?:\/\//i.test(address)) {
    throw new RefusalError(
      'The graph to adopt is named by no Neo4j address; write neo4j://, neo4j+s://, bolt:// or bolt+s:// and a host.',
    )
  }
  const { openNeo4jGraph } = await import('./neo4j/foreign-graph.ts')
  return openNeo4jGraph(address, userOf(environment))
}

function userOf(environment: GraphEnvironment): Neo4jEnvironment {
  const own = {
    NEO4J_USERNAME: environment.REVENANT_GRAPH_USERNAME,
    NEO4J_PASSWORD: environment.REVENANT_GRAPH_PASSWORD,
    NEO4J_PASSWORD_FILE: environment.REVENANT_GRAPH_PASSWORD_FILE,
  }
  return Object.values(own).some((value) => value !== undefined) ? own : environment
}
