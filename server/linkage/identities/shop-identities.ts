import type { GraphEdge, GraphNode } from '../../domain/graph.ts'
import type { ShopValues } from '../shop-values.ts'
import { blockRecords } from './block-records.ts'
import { type IdentityRecord, recordsOf } from './identity-records.ts'
import { recordTable } from './record-table.ts'
import { resolve } from './resolve.ts'

/** What there is to tell registrants by. */
export interface Registrants {
  /** By shop, what it is registered to. */
  readonly values: ShopValues
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edgesByType: ReadonlyMap<string, readonly GraphEdge[]>
}

/** Fixed: it picks the pairs that chance is measured on. */
const seed = 1
/** Of one rule; far more than registrants that agree in two things make, however many there are. */
const pairsPerRecord = 5
const leastBudget = 500_000

/**
 * Which registrants are one person or company although their records differ: two spellings under one number, or two records that have a name and a birth
 * date, an address, a contact or an account in common. By record, the first record of its cluster, for those that are not alone; a name alone joins nobody, as
 * namesakes are many, and neither does a number alone, which may be borrowed or made up. None of it is what a buyer can see.
 */
export function shopIdentities(registrants: Registrants): ReadonlyMap<string, string> {
  const records = recordsOf(registrants).filter(saysMore)
  const table = recordTable(records)
  const pairBudget = Math.max(leastBudget, pairsPerRecord * records.length)
  if (blockRecords(table.rules, pairBudget).left.length === 0) return new Map()
  const { clusterOf } = resolve(table, { seed, pairBudget })
  return joinedOnly(records, clusterOf)
}

/** Whether anything but a name is known: nobody is joined by a name alone. */
function saysMore({ number, birthDate, address, phone, email, account }: IdentityRecord): boolean {
  return [number, birthDate, address, phone, email, account].some((one) => one !== undefined)
}

function joinedOnly(
  records: readonly IdentityRecord[],
  clusterOf: Int32Array,
): ReadonlyMap<string, string> {
  const sizes = new Int32Array(records.length)
  for (const cluster of clusterOf) sizes[cluster] = (sizes[cluster] ?? 0) + 1
  return new Map(
    records.flatMap(({ id }, place): [string, string][] => {
      const cluster = clusterOf[place] ?? place
      return (sizes[cluster] ?? 0) < 2 ? [] : [[id, records[cluster]?.id ?? id]]
    }),
  )
}
