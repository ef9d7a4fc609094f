import { z } from 'zod'

import { IsoDate } from './units.ts'

const Share = z.number().min(0).max(1)

/**
 * How far a run's probabilities of one controller can be taken at their word: each label of people who did not see the score, told by a fit that saw no label of either
 * controller, against what they found. A figure is null where the labels leave it undefined.
 */
export const RunReliability = z.object({
  /** Labels. */
  n: z.int().min(1),
  /** Equal numbers of labels, least probable first: mean probability told, share that came, Wilson's 95 % interval of it. */
  bins: z.array(
    z.object({ n: z.int(), predicted: Share, observed: Share, low: Share, high: Share }),
  ),
  /** Mean squared error. */
  brier: Share.nullable(),
  /** Mean distance of told and observed over the bins, and what perfect probabilities would show on so few labels. */
  ece: Share.nullable(),
  eceByChance: Share.nullable(),
  /** In nats. */
  logLoss: z.number().min(0).nullable(),
  /** Of the outcome on the logit: 1 is right, below 1 too sure. */
  slope: z.number().nullable(),
  /** The 95 % interval of the slope; absent in runs of versions that did not say. */
  slopeLow: z.number().nullable().optional(),
  slopeHigh: z.number().nullable().optional(),
  intercept: z.number().nullable(),
  /** The same of the latest decisions alone; absent where too few were made before them, and in runs of versions that did not say. */
  latest: z
    .object({
      n: z.int().min(1),
      /** Day of the first of them. */
      since: IsoDate,
      ece: Share.nullable(),
      eceByChance: Share.nullable(),
      slope: z.number().nullable(),
      /** False when probabilities have stopped coming true. */
      holds: z.boolean(),
    })
    .optional(),
})
export type RunReliability = z.infer<typeof RunReliability>
