/** What is known to be right of one shop. */
export interface ControllerTruth {
  readonly shop: string
  readonly controller: string
  /** The closed shop that it continues. */
  readonly predecessor?: string | undefined
}

/** What is known to be right of one pair. */
export interface PairTruth {
  readonly a: string
  readonly b: string
  readonly same: boolean
}

export type Truth = ControllerTruth | PairTruth
