import { inCanonicalOrder } from '../domain/canonical.ts'
import type { EdgeStatement, Facts, NodeStatement } from '../domain/fact.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Sha256 } from '../domain/units.ts'

/** Facts with the JSON that both databases keep of them: equal JSON is how a record is known to say the same as before. */
export interface WrittenFacts {
  readonly facts: Facts
  /** The record without its row, which may move. */
  readonly body: string
  /** What it says: nodes, edges, about. */
  readonly said: string
}

export function writtenFacts(facts: Facts): WrittenFacts {
  const { record, nodes, edges, about } = facts
  const said = { about, edges: edges.map(edgeInOrder), nodes: nodes.map(nodeInOrder) }
  return { facts, body: JSON.stringify(bodyInOrder(record)), said: JSON.stringify(said) }
}

/** Written out, as sorting the same names for every record takes longer than all else that is done to it. */
function bodyInOrder({ dataset, fields, file, hash, kind, refused, source }: SourceRecord) {
  return {
    dataset,
    fields: inCanonicalOrder(fields),
    file,
    hash,
    kind,
    refused: inCanonicalOrder(refused),
    source,
  }
}

function nodeInOrder(statement: NodeStatement) {
  const { firstSeen, key, kind, lastSeen, life, name, properties } = statement
  return {
    ...{ firstSeen, key, kind, lastSeen },
    life: life && inCanonicalOrder(life),
    name,
    properties: inCanonicalOrder(properties),
  }
}

function edgeInOrder(statement: EdgeStatement) {
  const { discriminator, firstSeen, from, lastSeen, properties, to, type } = statement
  return {
    ...{ discriminator, firstSeen, from, lastSeen },
    properties: inCanonicalOrder(properties),
    to,
    type,
  }
}

/** A batch with each record once: of equal rows the first counts, of a record that says two things the last. */
export function writtenOnce(batch: readonly Facts[]): WrittenFacts[] {
  const once = new Map<Sha256, WrittenFacts>()
  for (const facts of batch) {
    const written = writtenFacts(facts)
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
