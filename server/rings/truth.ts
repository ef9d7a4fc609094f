/** What is known to be right of one shop. */
export interface ControllerTruth {
  readonly shop: string
  readonly controller: string
  /** The closed shop that it continues. */
  readonly predecessor?: string | undefined
  /** What makes it look like somebody else's without being it: `franchise`, `family`, …; several at once at times. */
  readonly traps?: readonly string[] | undefined
  /** Identifiers that the return changed; absent where nobody wrote them down. */
  readonly changed?: readonly string[] | undefined
}

/** What is known to be right of one pair. */
export interface PairTruth {
  readonly a: string
  readonly b: string
  readonly same: boolean
}

export type Truth = ControllerTruth | PairTruth
