import type { EdgeStatement, Facts, NodeStatement } from '../domain/fact.ts'
import type { Properties } from '../domain/graph.ts'
import { NodeKey } from '../domain/keys.ts'
import type { SourceRecord } from '../domain/record.ts'
import { maxBatch } from './port.ts'

/**
 * Throws when a batch breaks what both databases rely on: one source, bounded size, sortable keys, numbers that come
 * back as they went in, and relations whose ends the same record names. That is a mistake of ours and never of the data.
 */
export function checkFacts(source: string, batch: readonly Facts[]): void {
  checkSize(batch.length)
  for (const facts of batch) {
    const problem = isOf(source, facts.record)
      ? problemOf(facts)
      : `belongs to ${facts.record.source}`
    if (problem !== undefined) {
      throw new Error(
        `record ${facts.record.hash} of ${source} row ${facts.record.row}: ${problem}`,
      )
    }
  }
}

/** Throws when a batch is of more facts than one may be. */
export function checkSize(size: number): void {
  if (size > maxBatch) throw new Error(`a batch of ${size} is over ${maxBatch}`)
}

/** The databases keep the source of a record alone, and tell its dataset and file from it. */
function isOf(source: string, { source: own, dataset, file }: SourceRecord): boolean {
  return own === source && source === `${dataset}/${file}`
}

function problemOf({ nodes, edges, about }: Facts): string | undefined {
  const named = new Set<string>(nodes.map(({ key }) => key))
  const bad =
    [...named].find((key) => !isKey(key)) ?? about.find((key) => !named.has(key) && !isKey(key))
  if (bad !== undefined) return `${bad} is not a node key`
  const known = new Set<string>(about)
  const left = nodes.find(({ key }) => !known.has(key))
  if (left !== undefined) return `it names ${left.key}, which it is not about`
  for (const edge of edges) {
    const end = [edge.from, edge.to].find((key) => !named.has(key))
    if (end !== undefined) return `an edge ends at ${end}, which the record does not name`
  }
  for (const statement of nodes) if (hasBadProperty(statement)) return badProperty(statement)
  const edge = edges.find(hasBadProperty)
  return edge && badProperty(edge)
}

/** Databases disagree on the order of characters above U+FFFF, and no key holds one. */
function isKey(key: string): boolean {
  return (
    isCommonKey.test(key) ||
    (NodeKey.safeParse(key).success && !/[\p{Cc}\p{Cs}\u{10000}-\u{10FFFF}]/u.test(key))
  )
}

/** What nearly all keys are: ASCII that is no control character, and common Chinese characters. */
const isCommonKey = /^(?:shop|identity|contact|account|origin|factory|place):[ -~\u4e00-\u9fff]+$/

function hasBadProperty({ properties }: NodeStatement | EdgeStatement): boolean {
  for (const name in properties) {
    const value = properties[name]
    if (typeof value === 'number' && !isKeptExactly(value)) return true
  }
  return false
}

function badProperty({ properties }: NodeStatement | EdgeStatement): string | undefined {
  const bad = Object.entries(properties as Properties).find(
    ([, value]) => typeof value === 'number' && !isKeptExactly(value),
  )
  return bad && `${bad[0]} = ${bad[1]} is not a number that every store keeps`
}

function isKeptExactly(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
}
