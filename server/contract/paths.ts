import { z } from 'zod'

import { EdgeType } from '../domain/graph.ts'
import { FoundPaths } from '../domain/path.ts'
import { IsoDate } from '../domain/units.ts'
import { When } from './graph.ts'

const End = z.string().min(1).max(2_000)

/** Which ways between two things are asked for. */
export const PathsBody = z.object({
  from: End,
  to: End,
  /** As relations were known at a moment, and over links of the run that was published last by then. */
  knownAt: When.knownAt,
  maxHops: z.int().min(1).max(8).default(4),
  /** Only over relations of these types; over all when absent. */
  types: z.array(EdgeType).min(1).optional(),
  /** Also over links that the run worked out. */
  links: z.boolean().default(true),
  /** Only over relations that were seen on or after this day, and on or before that one; undated ones are kept and say so. */
  since: IsoDate.optional(),
  until: IsoDate.optional(),
  /** Only ways whose relations were all there at one time. */
  together: z.boolean().default(false),
  /** Only ways that can be walked in the order of time: each relation was still there when the one before it began. */
  forward: z.boolean().default(false),
  limit: z.int().min(1).max(20).default(5),
})

export const PathsAnswer = FoundPaths
export type PathsAnswer = z.infer<typeof PathsAnswer>

export type { FoundPath, PathHop } from '../domain/path.ts'
