import { z } from 'zod'

import { Person, Wording } from '../paper/words.ts'
import { IsoDate } from '../units.ts'

/** How far a source can be relied on, from A (always) to F (cannot be judged): the first half of the Admiralty grade. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F'])
/** How credible what it says is, from 1 (confirmed) to 6 (cannot be judged): the second half. */
export const Credibility = z.enum(['1', '2', '3', '4', '5', '6'])

const Line = z.string().trim().min(1).max(500)

/** A day, or a moment with its offset from UTC, as the clock that was read showed it. */
export const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

/**
 * How a file was collected: enough for somebody else to judge it and, where it can be done again, to do it again. Follows the record that
 * Fa Fa (2016) No. 22 asks for in its article 14, and ISO/IEC 27037:2012.
 */
export const Collection = z.object({
  collectedBy: Person,
  collectedAt: Moment.optional(),
  place: Line.optional(),
  method: Line.optional(),
  device: Line.optional(),
  /** Where the time comes from: the telephone network, a time server, a wrist watch. */
  clockSource: Line.optional(),
  witness: Line.optional(),
  /** Name and version of the program that made the file. */
  tool: Line.optional(),
  reliability: Reliability.optional(),
  credibility: Credibility.optional(),
  /** What was done to the file before it was handed in; `none` where that is known. */
  alterations: Wording.optional(),
})
export type Collection = z.infer<typeof Collection>

/** ISO 3166-1 alpha-2 codes; none at all means nowhere. */
export const Countries = z.array(z.string().regex(/^[A-Z]{2}$/)).max(250)

/** What somebody says that keeping a file, and passing it on, depends on. */
export const Keeping = z
  .object({
    /** The day on which the purchase, payment or other transaction that it shows was completed. */
    transactionEnd: IsoDate.optional(),
    /** Name or number of a case that it is kept for; without a closing day, the case is open. */
    case: Line.optional(),
    caseClosed: IsoDate.optional(),
    /** The dataset that it came with, whose terms it shares. */
    dataset: Line.optional(),
    /** The only countries that it may go to; absent where nobody said. */
    mayGoTo: Countries.optional(),
  })
  .refine((keeping) => keeping.caseClosed === undefined || keeping.case !== undefined, {
    error: 'a closing day belongs to a case; name the case too',
  })
export type Keeping = z.infer<typeof Keeping>

/**
 * What evidence is about: the key of a node, `record:` and the hash of a row, `waybill:` and the number on a parcel, or `test_buy:` and the
 * number of a test buy.
 */
export const About = z.string().trim().min(1).max(2_000)
export const mostAbout = 200

/** A grade as people write it, `B2`; a dash where one half was not given, and undefined where neither was. */
export function gradeOf({ reliability, credibility }: Collection): string | undefined {
  if ((reliability ?? credibility) === undefined) return undefined
  return `${reliability ?? '–'}${credibility ?? '–'}`
}
