import type { Refusal } from './refusals.ts'

/** The request could not mean anything, and nothing was read: a wrong argument, path, address or mapping. Exit code 2. */
export class RefusalError extends Error {
  override name = 'RefusalError'
  /** What another language needs for a sentence of its own; absent where only English has one. */
  readonly refusal: Refusal | undefined

  constructor(message: string, options: ErrorOptions & { readonly refusal?: Refusal } = {}) {
    super(message, options)
    this.refusal = options.refusal
  }
}

/** The work started and could not finish: a store out of reach, a file that ends too soon. Exit code 1. */
export class FailureError extends Error {
  override name = 'FailureError'
}
