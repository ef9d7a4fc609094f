import type { GraphNode, PropertyValue } from '../../domain/graph.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { Core } from '../core.ts'
import type { EvidenceBook } from '../evidence.ts'
import { ftmId } from './ftm-entity.ts'

/** What every part of the file is made from. */
export interface FtmInput {
  readonly core: Core
  readonly evidence: EvidenceBook
  readonly nodes: ReadonlyMap<string, GraphNode>
}

/** The id of the document that a source file is. */
export function documentId(source: string): string {
  return ftmId('source', source)
}

/** The source files behind a thing or relation, and the rows of them. */
export function proofOf({ evidence }: FtmInput, records: readonly Sha256[]) {
  const rows = evidence.cite(records)
  const files = new Set(rows.map((row) => row.replace(/:.*$/, '')))
  return {
    rows,
    proof: evidence.items.flatMap(({ id, source }) => (files.has(id) ? [documentId(source)] : [])),
  }
}

/** A property of a node or relation as text; undefined when it says nothing. */
export function textOf(value: PropertyValue | undefined): string | undefined {
  if (value === undefined) return undefined
  return Array.isArray(value) ? value.join('; ') : String(value)
}

/** How this file calls a person, company or account: what relations may join depends on it. */
export function schemaOf(node: GraphNode | undefined): string {
  if (node === undefined) return 'LegalEntity'
  const { kind, properties } = node
  if (kind === 'Identity') return identities[String(properties.entityKind)] ?? 'LegalEntity'
  if (kind === 'PaymentAccount') {
    return coins.test(String(properties.scheme)) ? 'CryptoWallet' : 'BankAccount'
  }
  return schemas[kind] ?? 'LegalEntity'
}

const identities: Readonly<Record<string, string>> = { company: 'Company', person: 'Person' }
const coins = /^(?:btc|eth|usdt|usdc|trx|crypto|bitcoin|ethereum|tron)/i
const schemas: Readonly<Partial<Record<GraphNode['kind'], string>>> = {
  Shop: 'UserAccount',
  Factory: 'Company',
  Origin: 'Address',
  Place: 'Address',
}
