import { z } from 'zod'

import { Candidate } from '../domain/candidate.ts'
import { EdgeType, NodeKind } from '../domain/graph.ts'
import { Direction, When } from './graph.ts'

const Key = z.string().min(1).max(2_000)

/** Neighbors of one type, to choose from; those that share more with a picture come first. */
export const CandidatesBody = z.object({
  ...When,
  key: Key,
  type: EdgeType,
  direction: Direction,
  kind: NodeKind,
  /** What is in the picture, as much of it as is to be compared. */
  among: z.array(Key).max(1_000),
  limit: z.int().min(1).max(200).default(40),
  offset: z.int().min(0).default(0),
})

export const CandidatesAnswer = z.object({
  items: z.array(Candidate),
  total: z.int(),
  /** Found, and not among the items. */
  omitted: z.int(),
  /** How many of all were compared with the picture; the others come last. */
  compared: z.int(),
})
export type CandidatesAnswer = z.infer<typeof CandidatesAnswer>

export type { Candidate } from '../domain/candidate.ts'
