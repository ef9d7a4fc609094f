import { z } from 'zod'

import { type EpochMs, IsoDate } from '../units.ts'
import type { EvidenceItem } from './evidence-item.ts'

/** Years from the end of a transaction or a case; the E-Commerce Law of the PRC, article 31, asks for no less than three. */
const years = 3

/**
 * What may become of a file today:
 * `kept` until the end of a day, `due` since one, `held` by somebody, kept for an `open_case`, `undated` where nobody said when the
 * transaction ended, so that a person has to, and `destroyed`.
 */
export const Retention = z.discriminatedUnion('state', [
  z.object({ state: z.literal('kept'), until: IsoDate }),
  z.object({ state: z.literal('due'), until: IsoDate }),
  z.object({ state: z.literal('held'), until: IsoDate.optional() }),
  z.object({ state: z.literal('open_case') }),
  z.object({ state: z.literal('undated') }),
  z.object({ state: z.literal('destroyed') }),
])
export type Retention = z.infer<typeof Retention>

type Ends = Pick<EvidenceItem, 'transactionEnd' | 'cases'>
type Kept = Ends & Pick<EvidenceItem, 'holds' | 'destroyedAt'>

/** Every file is in exactly one state on every day, so that none is destroyed early and none is forgotten. */
export function retentionOf(item: Kept, today: IsoDate): Retention {
  if (item.destroyedAt !== undefined) return { state: 'destroyed' }
  const isOpen = item.cases.some(({ closed }) => closed === undefined)
  const until = isOpen ? undefined : retainUntil(item)
  if (0 < item.holds.length) return { state: 'held', ...(until !== undefined && { until }) }
  if (isOpen) return { state: 'open_case' }
  if (until === undefined) return { state: 'undated' }
  return { state: until < today ? 'due' : 'kept', until }
}

/**
 * The last day on which a file has to be kept: three calendar years after the latest of the end of the transaction and the closings of its
 * cases; undefined while none is known. What ended on February 29 is kept until March 1, as a day that does not exist must not shorten it.
 */
export function retainUntil({ transactionEnd, cases }: Ends): IsoDate | undefined {
  const end = [transactionEnd, ...cases.map(({ closed }) => closed)]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)
  if (end === undefined) return undefined
  const year = Number(end.slice(0, 4)) + years
  if (9_999 < year) return '9999-12-31' as IsoDate
  const later = String(year).padStart(4, '0')
  return IsoDate.safeParse(`${later}${end.slice(4)}`).data ?? (`${later}-03-01` as IsoDate)
}

const halfDayMs = 43_200_000

/** The latest day that has begun everywhere on earth (UTC−12), so that no zone's last day is cut short. */
export function dayEverywhere(now: EpochMs): IsoDate {
  return new Date(now - halfDayMs).toISOString().slice(0, 10) as IsoDate
}
