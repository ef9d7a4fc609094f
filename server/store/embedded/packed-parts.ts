import type { Facts } from '../../domain/fact.ts'
import { checkFacts } from '../check-facts.ts'
import { writtenOnce } from '../written-facts.ts'
import type { FillingThread } from './filling-thread.ts'
import type { FirstLoad } from './first-load.ts'
import { gather } from './gathered.ts'
import { type HandedOver, handedOver, takenOver } from './handed-over.ts'
import { lotsOf } from './lots-of.ts'
import { packedFacts, unpackedRecord, unpackedSaid } from './packed-facts.ts'

/** What is made of these is let go of before the garbage collector copies it. */
export const partRecords = 500

/** Records that were packed for a thread that fills a store: a few long texts in place of millions of objects. */
export interface PackedParts {
  readonly thread: FillingThread
  add(records: readonly Facts[]): void
  /** What is to be handed over, in its order. */
  readonly parts: readonly HandedOver[]
  /** Records that came before, in this batch or another, and are compared with what was kept of them. */
  readonly again: readonly Facts[]
  /** All of them, as they came. */
  facts(): Facts[]
}

export function packedParts(thread: FillingThread, first: FirstLoad, source: string): PackedParts {
  const parts: HandedOver[] = []
  const again: Facts[] = []
  const pack = (some: readonly Facts[]) => {
    checkFacts(source, some)
    const fresh: Facts[] = []
    for (const facts of some) (first.isNew(facts) ? fresh : again).push(facts)
    if (fresh.length === 0) return
    parts.push(handedOver(gather(writtenOnce(fresh, packedFacts), thread.nodeRows)))
  }
  return {
    ...{ thread, parts, again },
    add(records) {
      for (const some of lotsOf(records, partRecords)) pack(some)
    },
    facts: () => [...parts.flatMap(unpacked), ...again],
  }
}

function unpacked(part: HandedOver): Facts[] {
  const { source, records } = takenOver(part)
  return records.map(([hash, row, kind, body, said]) => {
    return { record: unpackedRecord({ hash, source, kind, row, body }), ...unpackedSaid(said) }
  })
}
