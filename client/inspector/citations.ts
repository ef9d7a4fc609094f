import type { SourceRecord } from '../../server/contract/graph.ts'
import type { LedgerBar } from '../../server/contract/ring.ts'

/** The number by which sentences cite each record: its place in the list of evidence, from 1. */
export function citationsOf(records: readonly SourceRecord[]): ReadonlyMap<string, number> {
  return new Map(records.map(({ hash }, place) => [hash, place + 1]))
}

/** Every record behind both values of a bar, once. */
export function hashesOf({ a, b }: LedgerBar): readonly string[] {
  return [...new Set([...a.records, ...b.records])]
}
