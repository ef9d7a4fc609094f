import type { ErrorRequestHandler, RequestHandler } from 'express'
import { z } from 'zod'

import type { Problem, ProblemCode } from '../contract/problem.ts'
import { FailureError, RefusalError } from '../domain/failure.ts'
import { coded, type Refusal } from '../domain/refusals.ts'

export const catalogue: Record<ProblemCode, { readonly status: number; readonly title: string }> = {
  'request-invalid': { status: 400, title: 'The request does not parse' },
  'origin-refused': { status: 403, title: 'The request comes from another site' },
  'path-unknown': { status: 404, title: 'No such address' },
  'node-unknown': { status: 404, title: 'No such thing in the graph' },
  'relation-unknown': { status: 404, title: 'No such relation in the graph' },
  'link-unknown': { status: 404, title: 'No such link' },
  'ring-unknown': { status: 404, title: 'No such ring' },
  'run-missing': { status: 409, title: 'Nothing was worked out yet' },
  'run-unknown': { status: 404, title: 'No such run' },
  'decision-unknown': { status: 404, title: 'No such decision' },
  'ruling-unknown': { status: 404, title: 'No such ruling' },
  'paper-unknown': { status: 404, title: 'No such case, note, hold, scene or role' },
  'paper-changed': { status: 409, title: 'Somebody else changed it meanwhile' },
  'job-unknown': { status: 404, title: 'No such job' },
  'job-running': { status: 409, title: 'Another job is running' },
  'lead-unknown': { status: 404, title: 'No such lead' },
  'evidence-unknown': { status: 404, title: 'No such file of evidence' },
  'evidence-refused': { status: 422, title: 'The file cannot be taken into evidence' },
  'lead-refused': { status: 409, title: 'The lead cannot go that way' },
  'time-stamp-missing': { status: 502, title: 'The authority gave no time stamp' },
  'dataset-refused': { status: 422, title: 'The dataset cannot be loaded' },
  'upload-unknown': { status: 404, title: 'No such upload' },
  'upload-refused': { status: 422, title: 'The files cannot be taken' },
  'store-unreachable': { status: 503, title: 'The store does not answer' },
  internal: { status: 500, title: 'Something broke on our side' },
}

/** An expected failure, thrown by a route and answered as problem details. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: ProblemCode
  readonly refusal: Refusal | undefined

  constructor(
    code: ProblemCode,
    detail: string,
    options: ErrorOptions & { readonly refusal?: Refusal | undefined } = {},
  ) {
    super(detail, options)
    this.code = code
    this.refusal = options.refusal
  }
}

/** What the caller sent, parsed; only here does a schema failure mean that the caller is wrong. */
export function parseRequest<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new ProblemError('request-invalid', z.prettifyError(result.error), { cause: result.error })
}

/** After the routes: an address that none of them knows. */
export const unknownPath: RequestHandler = (request) => {
  throw new ProblemError(
    'path-unknown',
    `Nothing answers ${request.method} ${request.originalUrl.slice(0, 200)}; /api/openapi.json lists what does.`,
  )
}

/** The last middleware: turns whatever a route threw into one problem shape (RFC 9457). */
export function answerProblem(log: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error)
    const problem = toProblem(error)
    if (problem.type === 'internal') log(error)
    response.status(problem.status).type('application/problem+json').json(problem)
  }
}

export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return problem(error.code, error.message, error.refusal)
  if (error instanceof RefusalError) return problem('request-invalid', error.message, error.refusal)
  if (error instanceof FailureError) return problem('store-unreachable', error.message)
  const fault = callerFault(error)
  if (fault !== undefined) return problem('request-invalid', fault)
  return problem('internal', 'The server’s own output says more; the same request may work again.')
}

function problem(type: ProblemCode, detail: string, refusal?: Refusal): Problem {
  return { type, detail, ...catalogue[type], ...(refusal && { refusal: coded(refusal) }) }
}

/** What Express itself refuses, by the status that it marks the error with: broken JSON, a body too large, a bad escape. */
function callerFault(error: unknown): string | undefined {
  if (error instanceof URIError) return 'The address is badly encoded.'
  if (!(error instanceof Error) || !('status' in error)) return undefined
  const { status } = error
  if (typeof status !== 'number' || status < 400 || 499 < status) return undefined
  return `The request cannot be read: ${error.message}.`
}
