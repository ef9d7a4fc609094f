import { RefusalError } from '../domain/failure.ts'
import type { Source } from '../domain/record.ts'
import type { ClaimContext } from './claims/context.ts'
import type { Claims } from './claims.ts'
import type { EvidenceBook } from './evidence.ts'
import type { LeadOptions } from './options.ts'

/** Throws a RefusalError that names the dataset, when a row that the lead cites may not go where the lead goes. */
export function refuseOutside(
  sources: readonly Source[],
  { items }: EvidenceBook,
  { to, territory }: Pick<LeadOptions, 'to' | 'territory'>,
): void {
  const cited = new Set(items.map(({ source }) => source))
  for (const { id, dataset, mayGoTo } of sources) {
    if (mayGoTo === undefined || !cited.has(id)) continue
    const places = mayGoTo.join(', ') || 'nowhere'
    if (territory === undefined)
      throw new RefusalError(
        `The dataset “${dataset}” may go to ${places} only, and nobody said where ${to} is; name the country (--territory, such as CN).`,
      )
    if (!mayGoTo.includes(territory))
      throw new RefusalError(
        `The dataset “${dataset}” may not go to ${territory}, where ${to} is, but to ${places} only; choose another recipient, or load the ring without this dataset.`,
      )
  }
}

/** Claims that rest on something other than what two shops have in common. */
const otherKinds: ReadonlySet<string> = new Set(['test_buy', 'event', 'supply'])
/** From here on, in bits, the time between a closure and an opening speaks. */
const speaking = 1

/** Throws a RefusalError when all that holds the ring together is of one kind: one coincidence could explain it. */
export function refuseOneKind({ core, links }: ClaimContext, { claims }: Claims): void {
  const bars = links.flatMap(({ ledger }) => ledger.bars)
  const kinds = new Set<string>(
    bars.filter(({ bits, generic }) => 0 < bits && !generic).map(({ family }) => family),
  )
  if (links.some(({ ledger }) => speaking <= (ledger.gap?.bits ?? 0))) kinds.add('time')
  for (const { kind } of claims) if (otherKinds.has(kind)) kinds.add(kind)
  if (1 < kinds.size) return
  const only = [...kinds][0] ?? 'nothing'
  throw new RefusalError(
    `${core.ring.id} cannot be sealed: it rests on ${only} alone, and a lead needs two independent kinds of evidence; a test buy, a parcel or another record in common would be a second.`,
  )
}
