import { canonicalJson } from '../../domain/canonical.ts'
import type { NodeKind } from '../../domain/graph.ts'
import type { Core } from '../core.ts'
import type { EvidenceBook } from '../evidence.ts'
import { type Cell, csvTable } from './csv.ts'
import { poleClasses } from './pole.ts'

/** One thing, flat. */
export interface EntityRow {
  readonly key: string
  readonly kind: NodeKind
  /** Person, Object, Location or Event. */
  readonly pole: string
  readonly name: string
  /** One of the ring's shops. */
  readonly member: boolean
  /** Shops in the whole store that hold it; undefined for a shop. */
  readonly holders: number | undefined
  /** So widely held that it counts for nothing as identity. */
  readonly generic: boolean
  readonly firstSeen: string | undefined
  readonly lastSeen: string | undefined
  readonly properties: string
  readonly evidence: readonly string[]
}

/** One relation, flat, with both ends in full: what import designs of analysts' tools want. */
export interface LinkRow {
  readonly from: string
  readonly type: string
  readonly to: string
  /** `observed`: rows say it; `derived`: it was computed from them. */
  readonly basis: 'observed' | 'derived'
  readonly firstSeen: string | undefined
  readonly lastSeen: string | undefined
  readonly probability: number | undefined
  readonly bits: number | undefined
  readonly properties: string
  readonly evidence: readonly string[]
}

export interface GraphRows {
  readonly entities: readonly EntityRow[]
  readonly links: readonly LinkRow[]
}

/** The ring's graph as rows, for every graph format. */
export function graphRows(core: Core, evidence: EvidenceBook): GraphRows {
  const members = new Set(core.ring.members.map(({ shop }) => shop))
  const generic = new Set(core.generic)
  return {
    entities: core.nodes.map((node) => ({
      key: node.key,
      kind: node.kind,
      pole: poleClasses[node.kind],
      name: node.name,
      member: members.has(node.key),
      holders: core.holders[node.key],
      generic: generic.has(node.key),
      firstSeen: node.firstSeen,
      lastSeen: node.lastSeen,
      properties: canonicalJson(node.properties),
      evidence: evidence.cite(node.records),
    })),
    links: [
      ...core.edges.map((edge) => ({
        from: edge.from,
        type: edge.type,
        to: edge.to,
        basis: 'observed' as const,
        firstSeen: edge.firstSeen,
        lastSeen: edge.lastSeen,
        probability: undefined,
        bits: undefined,
        properties: canonicalJson(edge.properties),
        evidence: evidence.cite(edge.records),
      })),
      ...core.links.map(({ from, to, kind, probability, bits, ledger }) => ({
        from,
        type: kind.toUpperCase(),
        to,
        basis: 'derived' as const,
        firstSeen: undefined,
        lastSeen: undefined,
        probability,
        bits,
        properties: '{}',
        evidence: evidence.cite(ledger.bars.flatMap(({ a, b }) => [...a.records, ...b.records])),
      })),
    ],
  }
}

export function entitiesCsv({ entities }: GraphRows): string {
  return csvTable(
    [
      'key',
      'kind',
      'pole',
      'name',
      'member',
      'holders',
      'generic',
      'first_seen',
      'last_seen',
      'properties',
      'evidence',
    ],
    entities.map((row) => [
      row.key,
      row.kind,
      row.pole,
      row.name,
      row.member,
      row.holders,
      row.generic,
      row.firstSeen,
      row.lastSeen,
      row.properties,
      row.evidence.join(' '),
    ]),
  )
}

export function linksCsv({ entities, links }: GraphRows): string {
  const known = new Map(entities.map((entity) => [entity.key, entity]))
  const end = (key: string): Cell[] => [key, known.get(key)?.kind, known.get(key)?.name]
  return csvTable(
    [
      ...['from_key', 'from_kind', 'from_name', 'type', 'to_key', 'to_kind', 'to_name', 'basis'],
      ...['first_seen', 'last_seen', 'probability', 'bits', 'properties', 'evidence'],
    ],
    links.map((row) => [
      ...end(row.from),
      row.type,
      ...end(row.to),
      row.basis,
      row.firstSeen,
      row.lastSeen,
      row.probability,
      row.bits,
      row.properties,
      row.evidence.join(' '),
    ]),
  )
}
