import type { CustodyEvent } from '../domain/evidence/custody.ts'
import type { Facts } from '../domain/fact.ts'
import type { QuarantinedRow, Source } from '../domain/record.ts'
import type { Run, RunContents } from '../domain/run.ts'
import type { EpochMs } from '../domain/units.ts'

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

/** What an adapter takes from a dump, within `restoring`. */
export interface HistoryWrites {
  isEmpty(): Promise<boolean>
  /** Runs the work; what it wrote stays when it ends, and nothing of it when it throws. */
  restoring(work: () => Promise<void>): Promise<void>
  putSourceVersion(version: SourceVersion): Promise<void>
  putRecordVersions(batch: readonly RecordVersion[]): Promise<void>
  putQuarantined(row: QuarantinedRow): Promise<void>
  /** Writes events of a chain as they are. */
  putCustody(events: readonly CustodyEvent[]): Promise<void>
  putRun(run: Run, contents: RunContents): Promise<void>
}
