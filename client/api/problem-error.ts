import type { Problem } from '../../server/contract/problem.ts'

/** `network`: no answer came; `answer-unreadable`: one came that is not what the contract says. */
export type FailureCode = Problem['type'] | 'network' | 'answer-unreadable'

/** A failed call of the API, with the permanent code that the page translates. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: FailureCode
  readonly status: number
  readonly refusal: Problem['refusal']

  constructor(
    failure: {
      code: FailureCode
      status: number
      detail: string
      refusal?: Problem['refusal']
    },
    options?: ErrorOptions,
  ) {
    super(failure.detail, options)
    this.code = failure.code
    this.status = failure.status
    this.refusal = failure.refusal
  }
}

/** What an unknown thrown thing means to the user. */
export function failureOf(error: unknown): { code: FailureCode; detail: string } {
  if (error instanceof ProblemError) return { code: error.code, detail: error.message }
  return { code: 'answer-unreadable', detail: error instanceof Error ? error.message : '' }
}
