import { compareText } from '../domain/canonical.ts'
import type { RecordKind, Source, SourceRecord } from '../domain/record.ts'
import type { EpochMs, Sha256 } from '../domain/units.ts'
import { isToldBy } from './held-on.ts'
import type { HistoryReads } from './history.ts'
import type { When } from './past-graph.ts'
import type { RecordReads } from './port.ts'

/** Records that are read at a time. */
const recordsAtOnce = 500

/** Every record of some kinds (of every kind when absent) that was current then and tells of something by the day, sorted by source, then row. Only where they stand is held in memory. */
export async function* recordsThen(
  store: HistoryReads & Pick<RecordReads, 'records'>,
  when: When,
  kinds?: readonly RecordKind[],
): AsyncGenerator<SourceRecord> {
  const sorted = await placesThen(store, when, kinds)
  for (let start = 0; start < sorted.length; start += recordsAtOnce) {
    const hashes = sorted.slice(start, start + recordsAtOnce).map(({ hash }) => hash)
    const read = new Map((await store.records(hashes)).map((record) => [record.hash, record]))
    for (const hash of hashes) {
      const record = read.get(hash)
      if (record !== undefined) yield record
    }
  }
}

async function placesThen(
  store: HistoryReads,
  when: When,
  kinds: readonly RecordKind[] | undefined,
): Promise<Place[]> {
  const places = new Map<Sha256, Place>()
  for await (const { facts, ...times } of store.recordVersions()) {
    const { hash, source, row, kind } = facts.record
    const isAsked = kinds === undefined || kinds.includes(kind)
    if (isAsked && wasCurrent(times, when.knownAt) && isToldBy(facts, when.asOf))
      places.set(hash, { hash, source, row })
  }
  return [...places.values()].toSorted(byPlace)
}

/** Files that were current at a moment, sorted by id; those that are, when no moment is given. */
export async function sourcesThen(
  store: HistoryReads,
  knownAt: EpochMs | undefined,
): Promise<Source[]> {
  const sources: Source[] = []
  for await (const { source, supersededAt } of store.sourceVersions()) {
    if (wasCurrent({ loadedAt: source.loadedAt, supersededAt }, knownAt)) sources.push(source)
  }
  return sources
}

interface Times {
  readonly loadedAt: EpochMs
  readonly supersededAt?: EpochMs | undefined
}

/** From the moment of its load up to, and without, the moment that ended it. */
function wasCurrent({ loadedAt, supersededAt }: Times, knownAt: EpochMs | undefined): boolean {
  if (knownAt === undefined) return supersededAt === undefined
  return loadedAt <= knownAt && (supersededAt === undefined || knownAt < supersededAt)
}

type Place = Pick<SourceRecord, 'hash' | 'source' | 'row'>

function byPlace(a: Place, b: Place): number {
  return compareText(a.source, b.source) || a.row - b.row || compareText(a.hash, b.hash)
}
