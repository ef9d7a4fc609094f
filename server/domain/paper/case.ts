import { z } from 'zod'

import { EpochMs } from '../units.ts'
import { SubjectId } from './subject.ts'
import { Person, Title, Wording } from './words.ts'

export const HypothesisState = z.enum(['open', 'supported', 'refuted'])
export type HypothesisState = z.infer<typeof HypothesisState>

/** What somebody thinks is so, and how it stands. */
export const Hypothesis = z.object({
  id: z.string().min(1).max(100),
  text: Wording,
  state: HypothesisState,
  by: Person,
  at: EpochMs,
})
export type Hypothesis = z.infer<typeof Hypothesis>

/** What somebody wants to know, and what was found out. */
export const Question = z.object({
  id: z.string().min(1).max(100),
  text: Wording,
  by: Person,
  at: EpochMs,
  answer: z.object({ text: Wording, by: Person, at: EpochMs }).optional(),
})
export type Question = z.infer<typeof Question>

/** What several people work at together, under one name. */
export const Case = z.object({
  name: Title,
  owner: Person,
  members: z.array(Person).max(50),
  status: z.enum(['open', 'closed']),
  hypotheses: z.array(Hypothesis).max(200),
  questions: z.array(Question).max(200),
  /** What was laid aside for the lead, in the order that people gave it. */
  tray: z.array(SubjectId).max(500),
  at: EpochMs,
  /** Counts up with each change, so that of two people who change it at once the second is told. */
  revision: z.int().min(1),
  retractedAt: EpochMs.optional(),
})
export type Case = z.infer<typeof Case>
