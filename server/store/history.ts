import type { CustodyEvent } from '../domain/evidence/custody.ts'
import type { EdgeStatement, Facts } from '../domain/fact.ts'
import type { FoldState } from '../domain/fold-state.ts'
import type { NodeKey } from '../domain/keys.ts'
import type { QuarantinedRow, Source } from '../domain/record.ts'
import type { Run, RunContents } from '../domain/run.ts'
import type { UnfinishedSource } from '../domain/unfinished.ts'
import type { EpochMs, Sha256 } from '../domain/units.ts'

/** A loaded file as it was known from `source.loadedAt` on. */
export interface SourceVersion {
  readonly source: Source
  /** Absent while it is current. */
  readonly supersededAt?: EpochMs | undefined
}

/** What a record said from `loadedAt` on. */
export interface RecordVersion {
  readonly facts: Facts
  readonly loadedAt: EpochMs
  /** Absent while it is current. */
  readonly supersededAt?: EpochMs | undefined
}

/** Every version of what was loaded: for dumps, and for what is read of another time. */
export interface HistoryReads {
  /** All versions of all sources, by id, then time. */
  sourceVersions(): AsyncIterable<SourceVersion>
  /** All versions of all records, by hash, then time. */
  recordVersions(): AsyncIterable<RecordVersion>
}

/** What all records together say of a node. */
export interface FoldedNode {
  readonly key: NodeKey
  readonly state: FoldState
}

/** What all records together say of a relation, and which these are, sorted. */
export interface FoldedEdge {
  readonly id: Pick<EdgeStatement, 'from' | 'type' | 'to' | 'discriminator'>
  readonly state: FoldState
  readonly records: readonly Sha256[]
}

/** The graph as it is kept, in no order that is promised: for a database that is filled from files. */
export interface FoldedReads {
  foldedNodes(): AsyncIterable<FoldedNode>
  foldedEdges(): AsyncIterable<FoldedEdge>
}

/** What an adapter takes from a dump, within `restoring`. */
export interface HistoryWrites {
  isEmpty(): Promise<boolean>
  /** Runs the work; what it wrote stays when it ends, and nothing of it when it throws. */
  restoring(work: () => Promise<void>): Promise<void>
  putSourceVersion(version: SourceVersion): Promise<void>
  putRecordVersions(batch: readonly RecordVersion[]): Promise<void>
  putQuarantined(row: QuarantinedRow): Promise<void>
  putUnfinished(source: UnfinishedSource): Promise<void>
  /** Writes events of a chain as they are. */
  putCustody(events: readonly CustodyEvent[]): Promise<void>
  putRun(run: Run, contents: RunContents): Promise<void>
}
