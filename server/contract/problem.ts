import { z } from 'zod'

/** Every failure the API can name. A code is permanent: clients switch on it and translate it. */
export const ProblemCode = z.literal([
  'request-invalid',
  'origin-refused',
  'path-unknown',
  'node-unknown',
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
})
export type Problem = z.infer<typeof Problem>
