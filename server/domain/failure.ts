/** The request could not mean anything, and nothing was read: a wrong argument, path, address or mapping. Exit code 2. */
export class RefusalError extends Error {
  override name = 'RefusalError'
}

/** The work started and could not finish: a store out of reach, a file that ends too soon. Exit code 1. */
export class FailureError extends Error {
  override name = 'FailureError'
}
