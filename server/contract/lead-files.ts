import { z } from 'zod'

import { LeadFile, LeadState, Outcome } from '../domain/paper/lead.ts'
import { LeadPaper } from '../domain/paper/paper.ts'
import { Person, Wording } from '../domain/paper/words.ts'

/** A lead with where it stands and where it can go from there. */
export const LeadFileAnswer = LeadPaper.extend({ state: LeadState, next: z.array(LeadState) })
export type LeadFileAnswer = z.infer<typeof LeadFileAnswer>

export const LeadFilesAnswer = z.object({ items: z.array(LeadFileAnswer) })

export const DraftBody = LeadFile.pick({
  ring: true,
  author: true,
  to: true,
  asks: true,
  language: true,
  names: true,
  rights: true,
  shops: true,
})

/** The revision that a change was made to, so that of two people who change it at once the second is told. */
const seen = z.int()

export const StepBody = z.object({
  seen,
  to: LeadState,
  by: Person,
  because: Wording.optional(),
})
export const EditBody = LeadFile.pick({
  to: true,
  asks: true,
  language: true,
  names: true,
  rights: true,
}).extend({ seen })
export const ReviseBody = z.object({ by: Person })
export const OutcomeBody = Outcome.omit({ id: true, at: true, verifiedBy: true, retractedAt: true })
export const OutcomeParams = z.object({
  id: z.string().min(1).max(200),
  outcome: z.string().min(1).max(100),
})
/** One of the two. */
export const OutcomeChangeBody = z
  .object({ verifiedBy: Person.optional(), retract: z.literal(true).optional() })
  .refine(({ verifiedBy, retract }) => (verifiedBy === undefined) !== (retract === undefined), {
    error: 'say either who verified it or that it is taken back',
  })

const Figures = {
  leads: z.int(),
  suspects: z.int(),
  sites: z.int(),
  /** By currency. */
  value: z.record(z.string(), z.number()),
}
export const BoardAnswer = z.object({
  states: z.partialRecord(LeadState, z.int()),
  years: z.array(z.object({ year: z.string(), ...Figures })),
  reference: z.object({ year: z.string(), source: z.string(), ...Figures }),
})
export type BoardAnswer = z.infer<typeof BoardAnswer>

/** What people write of leads, as it passes the wire: the client takes it from here. */
export type { Audience, LeadState, Outcome, OutcomeKind, Recipient } from '../domain/paper/lead.ts'
