import { canonicalJson } from '../domain/canonical.ts'
import type { Facts } from '../domain/fact.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Sha256 } from '../domain/units.ts'

/** Facts with the JSON that a database keeps of them: equal JSON is how a record is known to say the same as before. */
export interface WrittenFacts {
  readonly facts: Facts
  /** The record without its row, which may move, or without all that stands in other columns. */
  readonly body: string
  /** What it says: nodes, edges, about. */
  readonly said: string
}

export function writtenFacts(facts: Facts): WrittenFacts {
  const { record, nodes, edges, about } = facts
  const { row: _row, ...body } = record
  return { facts, body: canonicalJson(body), said: canonicalJson({ nodes, edges, about }) }
}

/** A batch with each record once: of equal rows the first counts, of a record that says two things the last. */
export function writtenOnce(
  batch: readonly Facts[],
  write: (facts: Facts) => WrittenFacts,
): WrittenFacts[] {
  const once = new Map<Sha256, WrittenFacts>()
  for (const facts of batch) {
    const written = write(facts)
    const before = once.get(facts.record.hash)
    if (before && isSame(before, written) && isAbove(before, written)) continue
    once.set(facts.record.hash, written)
  }
  return [...once.values()]
}

/** Reads back the parts of {@link WrittenFacts}. */
export function readRecord(body: string, row: number): SourceRecord {
  return { ...(JSON.parse(body) as Omit<SourceRecord, 'row'>), row }
}

export function readSaid(said: string): Omit<Facts, 'record'> {
  return JSON.parse(said) as Omit<Facts, 'record'>
}

function isSame(a: WrittenFacts, b: WrittenFacts): boolean {
  return a.body === b.body && a.said === b.said
}

function isAbove(a: WrittenFacts, b: WrittenFacts): boolean {
  return a.facts.record.row <= b.facts.record.row
}
