import { z } from 'zod'

import { CodedRefusal } from '../domain/coded-refusal.ts'

/** Every failure the API can name. A code is permanent: clients switch on it and translate it. */
export const ProblemCode = z.literal([
  'request-invalid',
  'origin-refused',
  'path-unknown',
  'node-unknown',
  'relation-unknown',
  'link-unknown',
  'ring-unknown',
  'run-missing',
  'run-unknown',
  'decision-unknown',
  'ruling-unknown',
  'paper-unknown',
  'paper-changed',
  'job-unknown',
  'job-running',
  'lead-unknown',
  'evidence-unknown',
  'evidence-refused',
  'lead-refused',
  'time-stamp-missing',
  'dataset-refused',
  'upload-unknown',
  'upload-refused',
  'store-unreachable',
  'internal',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** RFC 9457 problem details; served as application/problem+json. */
export const Problem = z.object({
  type: ProblemCode,
  title: z.string(),
  status: z.int(),
  /** What happened, why, and what to do. */
  detail: z.string(),
  /** Of a refusal that has a sentence in other languages: which one, and what fills it. `detail` is that sentence in English. */
  refusal: CodedRefusal.optional(),
})
export type Problem = z.infer<typeof Problem>

/** What each refusal fills its sentence with: the client takes it from here. */
export type { RefusalCode, RefusalValues } from '../domain/refusals.ts'
