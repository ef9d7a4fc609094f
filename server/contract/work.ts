import { z } from 'zod'

import { CodedRefusal } from '../domain/coded-refusal.ts'
import { Decision, DecisionBasis, Verdict } from '../domain/decision.ts'
import { GenericRuling } from '../domain/generic.ts'
import { ForgettingPaper } from '../domain/paper/paper.ts'
import { LoadReport, Source } from '../domain/record.ts'
import { RunGenerics } from '../domain/rescored.ts'
import { Run } from '../domain/run.ts'
import { Surprise } from '../domain/surprise.ts'
import { IsoDate } from '../domain/units.ts'

export const DecisionsAnswer = z.object({ items: z.array(Decision) })
export const DecisionBody = z.object({
  a: z.string().min(1),
  b: z.string().min(1),
  verdict: Verdict,
  basis: DecisionBasis.default('reviewed'),
  by: z.string().trim().min(1).max(200),
  because: z.string().trim().min(1).max(2_000),
})
/** The values that counted for nothing in the current run, and what that changed against the run before. */
export const GenericsAnswer = RunGenerics.extend({ run: z.int() })
export const RulingsAnswer = z.object({ items: z.array(GenericRuling) })
export const RulingBody = z.object({
  /** Key of the value's node. */
  value: z.string().min(1).max(2_000),
  generic: z.boolean(),
  by: z.string().trim().min(1).max(200),
  because: z.string().trim().min(1).max(2_000),
})
export const SourcesAnswer = z.object({ items: z.array(Source) })

/** Folders or `dataset.json` files on the machine that serves. */
export const LoadBody = z.object({
  paths: z.array(z.string().min(1)).min(1),
  /** True once a person has looked at what is not as the datasets say that it should be. */
  acceptUnexpected: z.boolean().optional(),
})
/** What a command on this machine fetched of a graph that somebody else keeps: the folder in which it lies. */
export const AdoptBody = z.object({
  folder: z.string().min(1),
  /** True once a person has looked at what is not as the map says that it should be. */
  acceptUnexpected: z.boolean().optional(),
})
export const DetectBody = z.object({
  asOf: IsoDate.optional(),
  /** True to use only what a buyer can see. */
  publicView: z.boolean().optional(),
})

export const JobState = z.enum(['running', 'done', 'failed'])
/** A long piece of work; its progress is streamed from `/api/jobs/:id/events`. */
export const Job = z.object({
  id: z.string(),
  kind: z.enum(['load', 'detect', 'forget']),
  state: JobState,
  /** What it is doing now, as a permanent code: `unpack`, `read`, `write`, `index`, `compare`, `rings`, `publish`, `erase`. */
  stage: z.string(),
  done: z.int(),
  /** Absent when nobody knows how much there is. */
  total: z.int().optional(),
  /** Why it failed: one sentence that says what happened and what to do. */
  error: z.string().optional(),
  /** Of an error that has a sentence in other languages: which one, and what fills it. */
  refusal: CodedRefusal.optional(),
  /** Of a load that failed since a person has to look at it first: what is not as expected. */
  held: z.array(Surprise).optional(),
  loads: z.array(LoadReport).optional(),
  run: Run.optional(),
  forgetting: ForgettingPaper.optional(),
})
export type Job = z.infer<typeof Job>
export const JobsAnswer = z.object({ items: z.array(Job) })

/** What people add, as it passes the wire: the client takes it from here. */
export type { Decision, Verdict } from '../domain/decision.ts'
export type { Surprise } from '../domain/surprise.ts'
