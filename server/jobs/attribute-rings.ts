import type { Attribution } from '../domain/attribution.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Ring } from '../domain/ring.ts'
import { sameFactories } from '../linkage/identities/same-factories.ts'
import type { Evidence } from '../linkage/link-shops.ts'
import type { RecordReads } from '../store/port.ts'
import { supplyOf } from '../trace/supply.ts'
import { traceRing } from '../trace/trace-ring.ts'
import type { OnProgress } from './progress.ts'

/** Factories and places behind every ring, ring after ring by rank. */
export async function attributeRings(
  store: RecordReads,
  rings: readonly Ring[],
  { nodes, edges }: Evidence,
  onProgress: OnProgress,
): Promise<Attribution[]> {
  const records: SourceRecord[] = []
  for await (const record of store.scanRecords(['parcel', 'test_buy'])) records.push(record)
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const supply = supplyOf({ nodes: byKey, edges, records, factories: sameFactories(nodes) })
  const attributions: Attribution[] = []
  for (const [done, ring] of rings.entries()) {
    onProgress({ stage: 'rings', done, total: rings.length })
    attributions.push(...traceRing(ring, supply))
  }
  onProgress({ stage: 'rings', done: rings.length, total: rings.length })
  return attributions
}
