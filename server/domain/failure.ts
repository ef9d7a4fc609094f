import type { Refusal } from './refusals.ts'
import { type Surprise, surpriseText } from './surprise.ts'

/** An error that people expect, with a sentence for them. */
abstract class ExpectedError extends Error {
  /** What another language needs for a sentence of its own; absent where only English has one. */
  readonly refusal: Refusal | undefined

  constructor(message: string, options: ErrorOptions & { readonly refusal?: Refusal } = {}) {
    super(message, options)
    this.refusal = options.refusal
  }
}

/** The request could not mean anything, and nothing was read: a wrong argument, path, address or mapping. Exit code 2. */
export class RefusalError extends ExpectedError {
  override name = 'RefusalError'
}

/** The work started and could not finish: a store out of reach, a file that ends too soon. Exit code 1. */
export class FailureError extends ExpectedError {
  override name = 'FailureError'
}

/** A load waits for a person, since what came is not as its datasets say that it should be. Nothing was written. */
export class HeldError extends FailureError {
  override name = 'HeldError'
  readonly surprises: readonly Surprise[]

  constructor(surprises: readonly Surprise[], options: ErrorOptions = {}) {
    super(
      `Held, and nothing was loaded: ${surprises.map(surpriseText).join('; ')}. Look at the files, and where they are right load them again with --accept-unexpected.`,
      options,
    )
    this.surprises = surprises
  }
}
