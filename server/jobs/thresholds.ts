import type { Probability } from '../domain/units.ts'

/** Links at or above it hold rings together. */
export const ringThreshold = 0.8 as Probability

/** Links below it are not kept in a run, unless a person decided about the pair. */
export const linkMinimum = 0.5 as Probability
