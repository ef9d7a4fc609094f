import type { CustodyEvent } from '../../domain/evidence/custody.ts'
import {
  type EvidenceItem,
  type EvidenceItems,
  foldCustody,
} from '../../domain/evidence/evidence-item.ts'
import { RefusalError } from '../../domain/failure.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { Custody } from '../../store/port.ts'

export interface Holdings {
  readonly items: EvidenceItems
  /** Number of the last event that they are folded from. */
  readonly seq: number
}

const known = new WeakMap<object, Holdings>()

/** Every file of evidence as the chain leaves it; only events that came since the last call are read. */
export async function holdingsOf(store: Custody): Promise<Holdings> {
  const before = known.get(store) ?? { items: new Map(), seq: 0 }
  const events: CustodyEvent[] = []
  for await (const event of store.custody({ after: before.seq })) events.push(event)
  const last = events.at(-1)
  if (last === undefined) return before
  const now = { items: foldCustody(events, before.items), seq: last.seq }
  known.set(store, now)
  return now
}

const shortest = 8

/** The file that a SHA-256, or its first eight digits or more, names; throws a RefusalError when none or several begin so. */
export function itemNamed({ items }: Holdings, name: string): EvidenceItem {
  const begins = name.trim().toLowerCase()
  const exact = items.get(begins as Sha256)
  if (exact !== undefined) return exact
  const found =
    begins.length < shortest
      ? []
      : [...items.values()].filter(({ file }) => file.sha256.startsWith(begins))
  const [one, another] = found
  if (one !== undefined && another === undefined) return one
  throw new RefusalError(
    one === undefined
      ? `No file of evidence has the SHA-256 ${name}; \`revenant evidence list\` shows those that there are.`
      : `${found.length} files of evidence have a SHA-256 that begins with ${name}; give more of it.`,
  )
}
