import { FailureError, RefusalError } from '../domain/failure.ts'
import { ProblemError } from './problem.ts'

/** What cannot mean anything of a dataset, as a problem with its sentence. */
export function refused<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((cause: unknown) => {
    if (!(cause instanceof RefusalError || cause instanceof FailureError)) throw cause
    throw new ProblemError('dataset-refused', cause.message, { cause, refusal: cause.refusal })
  })
}
