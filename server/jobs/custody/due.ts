import type { EvidenceItem } from '../../domain/evidence/evidence-item.ts'
import { dayEverywhere, type Retention, retentionOf } from '../../domain/evidence/retention.ts'
import type { EpochMs } from '../../domain/units.ts'
import type { Custody } from '../../store/port.ts'
import { holdingsOf } from './items.ts'

/** A file with what may become of it. */
export interface KeptItem {
  readonly item: EvidenceItem
  readonly retention: Retention
}

/** Every file with its state today, oldest receipt first. */
export async function keptItems(store: Custody, now: EpochMs): Promise<KeptItem[]> {
  const { items } = await holdingsOf(store)
  const today = dayEverywhere(now)
  return [...items.values()].map((item) => ({ item, retention: retentionOf(item, today) }))
}
