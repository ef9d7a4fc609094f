import { z } from 'zod'

import type { ProblemCode } from './problem.ts'

/** One address of the API: the server mounts it, the client calls it, and openapi.json describes it, all from here. */
export interface Route {
  readonly method: 'get' | 'post' | 'delete'
  /** Express path, with `:name` parameters. */
  readonly path: string
  readonly summary: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly body: z.ZodObject
  readonly answer: z.ZodType
  /** Beside `request-invalid`, `store-unreachable` and `internal`, which every route can answer. */
  readonly problems: readonly ProblemCode[]
}

export const nothing = z.object({})
export const byId = z.object({ id: z.string().min(1).max(2_000) })

export const get = <P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  path: string,
  summary: string,
  shapes: { params: P; query: Q; answer: A; problems?: readonly ProblemCode[] },
) => ({ method: 'get' as const, path, summary, body: nothing, problems: [], ...shapes })

export const post = <B extends z.ZodObject, A extends z.ZodType>(
  path: string,
  summary: string,
  shapes: { body: B; answer: A; problems?: readonly ProblemCode[] },
) => ({
  method: 'post' as const,
  path,
  summary,
  params: nothing,
  query: nothing,
  problems: [],
  ...shapes,
})

/** An address that takes something back; it stays on record. */
export const takeBack = <A extends z.ZodType, const P extends readonly ProblemCode[]>(
  path: string,
  summary: string,
  shapes: { answer: A; problems: P },
) => ({
  method: 'delete' as const,
  path,
  summary,
  params: byId,
  query: nothing,
  body: nothing,
  ...shapes,
})
