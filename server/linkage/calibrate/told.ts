/** A probability that was given, and what turned out. */
export interface Told {
  /** From 0 to 1. */
  readonly probability: number
  /** 1 when it was so. */
  readonly came: 0 | 1
  /** Inverse probability of having been sampled; 1 when absent. */
  readonly weight?: number | undefined
}
