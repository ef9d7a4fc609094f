import type { LedgerBar } from '../../domain/link.ts'
import type { Ground } from '../claim.ts'
import type { EvidenceBook } from '../evidence.ts'

/** A bar of a ledger as a lead shows it: for or against, with its two values and the rows that say so. */
export function groundOf(bar: LedgerBar, evidence: EvidenceBook): Ground {
  return {
    channel: bar.channel,
    family: bar.family,
    level: bar.level,
    a: bar.a.literal,
    b: bar.b.literal,
    holders: bar.holders,
    bits: bar.bits,
    ...(bar.innocent !== undefined && { innocent: bar.innocent }),
    evidence: evidence.cite([...bar.a.records, ...bar.b.records]),
  }
}
