import { setImmediate } from 'node:timers/promises'

import { bareEdge } from '../domain/bare-edge.ts'
import { bareNode } from '../domain/bare-node.ts'
import { compareText } from '../domain/canonical.ts'
import type { EdgeStatement, Facts, NodeStatement } from '../domain/fact.ts'
import { foldEdge, foldNode, otherNamesIn, type Said } from '../domain/fold.ts'
import type { GraphEdge, GraphNode, NodeKind } from '../domain/graph.ts'
import type { EpochMs, IsoDate } from '../domain/units.ts'
import { compareEdges } from './compare-edges.ts'
import { edgeIdentity } from './edge-id.ts'
import { beginningsOf, heldOn, isToldBy } from './held-on.ts'
import { countHoldersOf, pageOfRecordsAbout } from './past-around.ts'
import { countNeighbours, expandTold, pageOfNeighbours } from './past-neighbours.ts'
import type { PastReads } from './past-reads.ts'
import { type Called, searchPast } from './past-search.ts'
import { pastWalks } from './past-walk.ts'
import type { GraphReads, RecordReads } from './port.ts'

/** Of when the graph is read: what was true on a day, and what was known at a moment. Absent: whatever is known now, of all days. */
export interface When {
  readonly asOf?: IsoDate | undefined
  readonly knownAt?: EpochMs | undefined
}

/** The graph as it was; the same reads as those of the graph that is. */
export type PastGraph = Pick<
  GraphReads,
  | 'node'
  | 'nodes'
  | 'bareNodes'
  | 'neighbourCounts'
  | 'expand'
  | 'neighbours'
  | 'neighbourKeys'
  | 'edgesAmong'
  | 'bareEdgesAmong'
  | 'holderCounts'
  | 'walk'
  | 'relationCounts'
  | 'namesOf'
  | 'search'
  | 'scanNodes'
  | 'scanEdges'
> &
  Pick<RecordReads, 'recordsAbout'>

/** What was known of some nodes and the relations that touch them. */
export interface Told {
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edges: readonly GraphEdge[]
}

interface ToldWithNames extends Told {
  /** What else records called a node. */
  otherNames(key: string): readonly string[]
}

/** Nodes whose records are read at a time. */
const nodesAtOnce = 500

/**
 * Reads the graph as of another time, folded from the versions of records that were known then: the same in both stores. Folding costs as much as the nodes asked for have records, so
 * that reading the graph that is stays the way to read now.
 */
export function pastGraph(store: PastReads, when: When): PastGraph {
  const tell = async (keys: readonly string[]) => {
    const said = await store.saidOf(keys, when.knownAt)
    return fold(heldOn(said, when.asOf), new Set(keys), begunBy(said, when.asOf))
  }
  const nodes = async (keys: readonly string[]) => [...(await tell(keys)).nodes.values()]
  return {
    ...pastWalks({
      touching: (keys) => touching(tell, keys),
      standing: (edges) => standing(tell, edges),
    }),
    nodes,
    bareNodes: async (keys) => (await nodes(keys)).map(bareNode),
    namesOf: async (keys) => new Map((await nodes(keys)).map(({ key, name }) => [key, name])),
    node: async (key) => (await nodes([key]))[0],
    neighbourCounts: async (key) => countNeighbours(key, await withEnds(tell, key)),
    expand: async (key, options) => expandTold(key, await withEnds(tell, key), options),
    neighbours: async (key, query) => pageOfNeighbours(key, query, await withEnds(tell, key)),
    async neighbourKeys(key, query) {
      const page = pageOfNeighbours(key, query, await withEnds(tell, key))
      return { ...page, items: page.items.map(({ node }) => node.key) }
    },
    edgesAmong: (keys, from = keys) => edgesAmong(tell, keys, from),
    bareEdgesAmong: async (keys, from = keys) => (await edgesAmong(tell, keys, from)).map(bareEdge),
    async holderCounts(keys, exactUpTo) {
      const edges = await touching(tell, keys)
      return countHoldersOf(keys, await standing(tell, edges), exactUpTo)
    },
    async recordsAbout(key, options) {
      const said = await store.saidOf([key], when.knownAt)
      const told = said.filter((facts) => isToldBy(facts, when.asOf))
      return pageOfRecordsAbout(told, key, options)
    },
    search: (text, options) => searchPast(store, (keys) => calledThen(tell, keys), text, options),
    async *scanNodes(kind) {
      for await (const keys of allKeys(store)) {
        for (const node of await nodes(keys)) if (isOf(node, kind)) yield node
      }
    },
    async *scanEdges() {
      for await (const keys of allKeys(store)) {
        const starts = new Set(keys)
        const { edges } = await tell(keys)
        yield* await standing(
          tell,
          edges.filter(({ from }) => starts.has(from)),
        )
      }
    },
  }
}

type Tell = (keys: readonly string[]) => Promise<ToldWithNames>

async function* calledThen(tell: Tell, keys: readonly string[]): AsyncGenerator<Called> {
  for await (const chunk of inChunks(keys)) {
    const told = await tell(chunk)
    for (const node of told.nodes.values()) yield { node, otherNames: told.otherNames(node.key) }
  }
}

/** Every relation that touches one of the nodes, each once. */
async function touching(tell: Tell, keys: readonly string[]): Promise<GraphEdge[]> {
  const edges = new Map<string, GraphEdge>()
  for await (const chunk of inChunks(keys)) {
    for (const edge of (await tell(chunk)).edges) edges.set(edgeIdentity(edge), edge)
  }
  return [...edges.values()]
}

async function edgesAmong(
  tell: Tell,
  keys: readonly string[],
  from: readonly string[],
): Promise<GraphEdge[]> {
  const [ends, starts] = [new Set(keys), new Set(from)]
  const edges = await touching(tell, from)
  const among = edges.filter((edge) => starts.has(edge.from) && ends.has(edge.to))
  return (await standing(tell, among)).toSorted(compareEdges)
}

/** A node with its relations, and the nodes at their other ends as all that is known tells of them. */
async function withEnds(tell: Tell, key: string): Promise<Told> {
  const told = await tell([key])
  const own = told.nodes.get(key)
  if (own === undefined) return { nodes: new Map(), edges: [] }
  const edges = told.edges.filter(({ from, to }) => from === key || to === key)
  const others = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
  const nodes = new Map<string, GraphNode>()
  for await (const chunk of inChunks(others)) {
    for (const [other, node] of (await tell(chunk)).nodes) nodes.set(other, node)
  }
  return { nodes, edges: edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to)) }
}

/** Relations whose both ends were there. */
async function standing(tell: Tell, edges: readonly GraphEdge[]): Promise<GraphEdge[]> {
  const ends = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
  const there = new Set<string>()
  for await (const chunk of inChunks(ends)) {
    for (const key of (await tell(chunk)).nodes.keys()) there.add(key)
  }
  return edges.filter(({ from, to }) => there.has(from) && there.has(to))
}

/** Folds what records say of the nodes, and of every relation that touches one. */
function fold(
  said: readonly Facts[],
  keys: ReadonlySet<string>,
  hasBegun: (key: string) => boolean,
): ToldWithNames {
  const nodes = new Map<string, Said<NodeStatement>[]>()
  const edges = new Map<string, Said<EdgeStatement>[]>()
  for (const facts of said) {
    const record = facts.record.hash
    for (const statement of facts.nodes) {
      if (keys.has(statement.key)) append(nodes, statement.key, { record, statement })
    }
    for (const statement of facts.edges) {
      if (!keys.has(statement.from) && !keys.has(statement.to)) continue
      append(edges, edgeIdentity(statement), { record, statement })
    }
  }
  const there = [...nodes].filter(([key]) => hasBegun(key))
  const sorted = there.toSorted(([a], [b]) => compareText(a, b))
  return {
    nodes: new Map(sorted.map(([key, own]) => [key, foldNode(own)])),
    edges: [...edges.values()].map(foldEdge).toSorted(compareEdges),
    otherNames: (key) => otherNamesIn(nodes.get(key) ?? []),
  }
}

/** Whether anything is heard of a node by a day; always where no day is asked for. */
function begunBy(said: readonly Facts[], day: IsoDate | undefined): (key: string) => boolean {
  if (day === undefined) return () => true
  const beginnings = beginningsOf(said)
  return (key) => (beginnings.get(key) ?? day) <= day
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

async function* allKeys(store: PastReads): AsyncGenerator<string[]> {
  let after = ''
  for (;;) {
    const keys = await store.keysEver(after, nodesAtOnce)
    const last = keys.at(-1)
    if (last === undefined) return
    yield keys
    after = last
  }
}

function isOf(node: GraphNode, kind: NodeKind | undefined): boolean {
  return kind === undefined || node.kind === kind
}

/** Others are answered between one chunk and the next: a search of the past may fold tens of thousands of nodes. */
async function* inChunks(keys: readonly string[]): AsyncGenerator<string[]> {
  for (let at = 0; at < keys.length; at += nodesAtOnce) {
    if (0 < at) await setImmediate()
    yield keys.slice(at, at + nodesAtOnce)
  }
}
