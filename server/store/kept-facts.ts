import type { Facts } from '../domain/fact.ts'
import type { FactBatch } from './port.ts'

/** Keeps facts as they are until they are put. */
export function keptFacts(put: (batch: readonly Facts[]) => Promise<void>): FactBatch {
  const batch: Facts[] = []
  return {
    size: () => batch.length,
    add: (facts) => void batch.push(facts),
    put: () => put(batch),
  }
}
