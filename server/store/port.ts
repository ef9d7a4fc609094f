import type { Attribution } from '../domain/attribution.ts'
import type { Decision } from '../domain/decision.ts'
import type { CustodyDraft, CustodyEvent } from '../domain/evidence/custody.ts'
import type { CustodyHead } from '../domain/evidence/custody-chain.ts'
import type { Facts } from '../domain/fact.ts'
import type { GenericRuling } from '../domain/generic.ts'
import type {
  BareEdge,
  BareNode,
  EdgeType,
  FoundNode,
  GraphEdge,
  GraphNode,
  NodeKind,
} from '../domain/graph.ts'
import type { Hashes } from '../domain/hash-set.ts'
import type { SealedLead } from '../domain/lead.ts'
import type { Link, LinkKind } from '../domain/link.ts'
import type { LinkOutline } from '../domain/link-outline.ts'
import type { Paper, PaperKind, PaperOf } from '../domain/paper/paper.ts'
import type { QuarantinedRow, RecordKind, Source, SourceRecord } from '../domain/record.ts'
import type { RunGenerics } from '../domain/rescored.ts'
import type { Ring } from '../domain/ring.ts'
import type { RunLineage } from '../domain/ring-event.ts'
import type { Run, RunContents, RunDraft, StoredModel } from '../domain/run.ts'
import type { RunSupply } from '../domain/run-supply.ts'
import type { UnfinishedSource } from '../domain/unfinished.ts'
import type { EpochMs, Sha256 } from '../domain/units.ts'
import type { FileSource, Files } from './files.ts'
import type { FoldedReads, HistoryReads } from './history.ts'
import type { Forgetting, PastReads } from './past-reads.ts'
import type { WalkReads } from './walk-reads.ts'

/** Everything the stages need of a graph database; SQLite and Neo4j both keep it, and one suite holds them to it. */
export interface Store
  extends FactWrites,
    GraphReads,
    RecordReads,
    PastReads,
    Forgetting,
    Runs,
    Work,
    Files,
    Custody,
    Portable,
    AsyncDisposable {
  /** Which database this is, for people: `embedded .revenant/store.sqlite` or `Neo4j 5.26 at …`; never a password. */
  readonly label: string
  /** Answers when the database does; throws a FailureError that says what is wrong when it does not. */
  health(): Promise<void>
}

/** At most this many facts in one call, so that a waiting decision never waits over a second. */
export const maxBatch = 5_000

export interface FactWrites {
  /** Says of sources that their load begins, before anything of it is written: until it ends they are told as unfinished. */
  beginSources(ids: readonly string[], at: EpochMs): Promise<void>
  /** Ends the load of a source of which nothing was put. */
  forgoSource(id: string): Promise<void>
  /** Writes facts of one source whole or not at all, from when on they are read; writing them again changes nothing. */
  putFacts(source: string, batch: readonly Facts[], loadedAt: EpochMs): Promise<void>
  /** The same for facts that come one by one. */
  factBatch(source: string, loadedAt: EpochMs): FactBatch
  /** Keeps rows that could not be loaded, with their reasons. */
  putQuarantine(source: string, batch: readonly QuarantinedRow[]): Promise<void>
  /**
   * Ends the load of a source: what an earlier version said and this one does not is closed in known time and leaves the graph,
   * its quarantine is replaced by the rows of this load, and the source becomes current and is no longer unfinished. `records` are the hashes that were put.
   */
  finishSource(source: Source, records: Hashes, quarantined: readonly number[]): Promise<void>
  /** Ends a load of any number of sources: whatever was put off while they were written is done. */
  finishLoad(): Promise<void>
  /**
   * Takes back a dataset: what its sources said, broken-off loads included, is closed in known time and leaves the graph, its quarantine goes and its sources are no
   * longer current. Batch by batch, the sources last: withdrawing again ends a withdrawal that was broken off.
   */
  withdraw(dataset: string, at: EpochMs): Promise<Withdrawn>
}

/** Facts of one source that are written together. A store may make of them as they come what it writes, so that millions of objects need not be kept until a batch is full. */
export interface FactBatch {
  size(): number
  add(facts: Facts): void
  /** Writes them whole or not at all; once. */
  put(): Promise<void>
}

/** How much was taken back. */
export interface Withdrawn {
  readonly sources: number
  readonly records: number
  readonly quarantined: number
}

export type Direction = 'out' | 'in'

/** How many relations of one type and direction a node has, and to what kind; counted before anything is fetched. */
export interface NeighbourCount {
  readonly type: EdgeType
  readonly direction: Direction
  readonly kind: NodeKind
  readonly count: number
}

export interface NeighbourQuery {
  readonly type: EdgeType
  readonly direction: Direction
  /** Of the neighbour; every kind when absent. */
  readonly kind?: NodeKind | undefined
  readonly limit: number
  /** Continue after this cursor of the previous page. */
  readonly cursor?: string | undefined
}

/** What there is around a node. */
export interface Expanded {
  readonly counts: readonly NeighbourCount[]
  /** In the order of the counts, then by key of the neighbour, then discriminator; none where there are more than were wanted. */
  readonly items: readonly Neighbour[]
}

/** One page of a totally ordered list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Absent on the last page. */
  readonly next?: string | undefined
  /** How many the whole list holds. */
  readonly total: number
}

export interface Neighbour {
  readonly edge: BareEdge
  readonly node: BareNode
}

export interface SearchOptions {
  /** Every kind when absent. */
  readonly kinds?: readonly NodeKind[] | undefined
  readonly limit: number
  /** Continue after this cursor of the previous page. */
  readonly cursor?: string | undefined
}

export interface GraphReads extends WalkReads {
  /** The node, or undefined when no current record names it. */
  node(key: string): Promise<GraphNode | undefined>
  /** Those of the nodes that exist, sorted by key. */
  nodes(keys: readonly string[]): Promise<GraphNode[]>
  /** The same without the records that say so: looking these up is most of what reading a node takes. */
  bareNodes(keys: readonly string[]): Promise<BareNode[]>
  /** Relations of a node by type, direction and kind of the other end, sorted by these. */
  neighbourCounts(key: string): Promise<NeighbourCount[]>
  /** The same counts, and all that they count where it is at most so many relations. */
  expand(key: string, options: { readonly most: number }): Promise<Expanded>
  /** One page of neighbours, by key of the neighbour, then discriminator. */
  neighbours(key: string, query: NeighbourQuery): Promise<Page<Neighbour>>
  /** The same page with nothing but the key of each neighbour. */
  neighbourKeys(key: string, query: NeighbourQuery): Promise<Page<string>>
  /** All relations whose both ends are among the nodes, sorted; where some of these are named, only what starts at one of them. */
  edgesAmong(keys: readonly string[], from?: readonly string[]): Promise<GraphEdge[]>
  /** The same without the records that say so. */
  bareEdgesAmong(keys: readonly string[], from?: readonly string[]): Promise<BareEdge[]>
  /** Nodes whose key, identifier or names, by any record, hold the text, sorted by key; both stores give the same set. */
  search(text: string, options: SearchOptions): Promise<Page<FoundNode>>
  /** Every node of a kind (of every kind when absent), sorted by key. */
  scanNodes(kind?: NodeKind): AsyncIterable<GraphNode>
  /** Every relation, sorted by from, type, to, discriminator. */
  scanEdges(): AsyncIterable<GraphEdge>
  /** How many nodes there are of each kind, and relations of each type. */
  stats(): Promise<GraphStats>
  /** The same without relations, a piece at a time, so that others are answered while a large store is counted; what is written meanwhile may be counted or not. */
  size(): Promise<Omit<GraphStats, 'edges'>>
  /**
   * SHA-256 over the sorted current statements, equal in every store that holds the same facts. Whoever listens hears every node, then every relation, each in
   * order: both by one reading, as reading is what takes the time.
   */
  canonicalHash(heard?: HeardGraph): Promise<Sha256>
}

/** Who listens while the whole graph is read. */
export interface HeardGraph {
  node(node: GraphNode): void
  edge(edge: GraphEdge): void
}

export interface GraphStats {
  readonly nodes: Readonly<Partial<Record<NodeKind, number>>>
  readonly edges: Readonly<Partial<Record<EdgeType, number>>>
  readonly records: number
}

export interface RecordReads {
  /** Those of the records that are known, current or not, sorted by hash. */
  records(hashes: readonly Sha256[]): Promise<SourceRecord[]>
  /** Current records of some kinds about a node, sorted by source, then row. */
  recordsAbout(
    key: string,
    options: { kinds: readonly RecordKind[]; limit: number; cursor?: string | undefined },
  ): Promise<Page<SourceRecord>>
  /** Every current record of some kinds (of every kind when absent), sorted by source, then row. */
  scanRecords(kinds?: readonly RecordKind[]): AsyncIterable<SourceRecord>
  /** Current sources, sorted by id. */
  sources(): Promise<Source[]>
  /** The current source, or undefined when nothing was loaded under that id. */
  source(id: string): Promise<Source | undefined>
  /** Files whose loading or taking back began and has not ended, sorted by id. */
  unfinishedSources(): Promise<UnfinishedSource[]>
  /** Every quarantined row of current sources, sorted by source, then row. */
  scanQuarantine(): AsyncIterable<QuarantinedRow>
}

export interface LinkQuery {
  /** Only links that touch one of these shops; all when absent. */
  readonly shops?: readonly string[] | undefined
  readonly kind?: LinkKind | undefined
  readonly minProbability: number
}

export interface Runs {
  /** Publishes a run whole or not at all: readers see the run before it or all of it. */
  publishRun(draft: RunDraft, contents: RunContents): Promise<Run>
  /** The latest published run, or undefined before the first. */
  currentRun(): Promise<Run | undefined>
  /** All runs, latest first. */
  runs(): Promise<Run[]>
  /** Links of a run, sorted by from, to, kind. */
  links(run: number, query: LinkQuery): AsyncIterable<Link>
  /** The same of all shops without their ledgers: to read these is nearly all that reading a link takes. */
  linkOutlines(run: number, query: Omit<LinkQuery, 'shops'>): AsyncIterable<LinkOutline>
  /** The links between two shops in either direction. */
  linksBetween(run: number, a: string, b: string): Promise<Link[]>
  /** One page of rings, by rank. */
  rings(run: number, options: { limit: number; cursor?: string | undefined }): Promise<Page<Ring>>
  /** The ring, or undefined when the run has none by that id. */
  ring(run: number, id: string): Promise<Ring | undefined>
  /** The rings that hold the shops, each once, by rank. */
  ringsOf(run: number, shops: readonly string[]): Promise<Ring[]>
  /** Where a ring's goods may come from, by rank. */
  attributions(run: number, ring: string): Promise<Attribution[]>
  /** What the run judged pairs by, or undefined when there is no such run or it keeps none. */
  runModel(run: number): Promise<StoredModel | undefined>
  /** What counted for nothing in the run, or undefined when there is no such run or it does not say. */
  generics(run: number): Promise<RunGenerics | undefined>
  /** Which rings are no more and which shops came and went in the run, or undefined when there is no such run or it does not say. */
  lineage(run: number): Promise<RunLineage | undefined>
  /** What the run says of the supply of all its rings, or undefined when there is no such run or it does not say. */
  runSupply(run: number): Promise<RunSupply | undefined>
}

export interface Work {
  /** Keeps a decision; putting it again, or retracted, replaces it. */
  putDecision(decision: Decision): Promise<void>
  /** All decisions, retracted ones too, sorted by id. */
  decisions(): Promise<Decision[]>
  /** Keeps what a person says of a value; putting it again, or retracted, replaces it. */
  putRuling(ruling: GenericRuling): Promise<void>
  /** All rulings, retracted ones too, sorted by id. */
  rulings(): Promise<GenericRuling[]>
  /** Keeps what a person wrote; putting it again, or retracted, replaces it. */
  putPaper(paper: Paper): Promise<void>
  /** All papers of one kind, retracted ones too, sorted by id. */
  papers<Kind extends PaperKind>(kind: Kind): Promise<PaperOf<Kind>[]>
  /**
   * Keeps what was sealed and sent, and what custody has to say of it, both or neither. The package is found by its SHA-256 on the shelf of
   * leads, so it has to stand there first.
   */
  putLead(lead: SealedLead, sealed?: readonly CustodyDraft[]): Promise<void>
  /** All leads, latest first. */
  leads(): Promise<SealedLead[]>
  /** The sealed package, or undefined when there is none by that id. */
  leadPackage(id: string): Promise<FileSource | undefined>
}

/** The chain of everything that happened to evidence. It only ever grows. */
export interface Custody {
  /**
   * Puts events behind the end of the chain, all or none, and answers with them. When `after` is given and is no longer the number of the
   * last event, nothing is written and the answer is undefined: what was decided on is no longer so.
   */
  appendCustody(
    drafts: readonly CustodyDraft[],
    options?: { readonly after?: number | undefined },
  ): Promise<CustodyEvent[] | undefined>
  /** The end of the chain. */
  custodyHead(): Promise<CustodyHead>
  /** Every event after a number (all when absent), in order. */
  custody(options?: { readonly after?: number | undefined }): AsyncIterable<CustodyEvent>
}

export interface Portable extends HistoryReads, FoldedReads {
  /** The whole store with its history as JSON lines, readable by either store. */
  dump(): AsyncIterable<string>
  /** Fills an empty store from a dump; throws a FailureError when it is not empty. */
  restore(lines: AsyncIterable<string>): Promise<void>
}
