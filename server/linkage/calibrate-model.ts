import { fitSlopes, type SlopePrior } from './calibrate/fit-slopes.ts'
import { heldOut, type NamedLabels, untiedLabels } from './calibrate/hold-out.ts'
import { type LatestReliability, latestReliability } from './calibrate/latest-labels.ts'
import { type Reliability, reliability } from './calibrate/reliability.ts'
import { channelTable } from './channels/table.ts'
import { at } from './key-column.ts'
import type { Model } from './model.ts'
import { type Slopes, slopeOf } from './slopes.ts'

/** With fewer labels a probability counts as not checked, and the learnt bits are taken at their word. */
const leastLabels = 100
/** Time has told how far the bits can be taken at their word; people correct it channel by channel, and the whole a little. */
const belief: SlopePrior = { mean: 1, meanSpread: 0.1, spread: 0.1, offsetSpread: 0.5 }
const folds = 5

/**
 * Fits how much the bits of each channel count on what people found out without seeing the score, beside what is believed already. The model stays as it is where too
 * few labels can certify it.
 */
export function calibrateModel(model: Model, labels: NamedLabels): Model {
  const told = model.slopes
  const count = labels.pairs.length
  if (count < leastLabels) return model
  const fit = fitSlopes(untiedLabels(labels, [...labels.pairs.keys()]), {
    ...belief,
    offset: told.alpha,
  })
  const channels = channelTable.map(({ channel }, place) => [
    channel,
    slopeOf(told, channel) * at(fit.slopes, place),
  ])
  const slopes: Slopes = {
    alpha: fit.alpha,
    prior: told.prior * fit.priorSlope,
    channels: Object.fromEntries(channels),
    gap: told.gap * at(fit.slopes, channelTable.length),
    labels: count,
  }
  return { ...model, slopes }
}

/**
 * How far the probabilities of one controller can be taken at their word, told on each label by a fit that saw no label of either controller; undefined where too few labels
 * can certify it. Over the labels as they were drawn, which need not be how pairs are spread over a store.
 */
export function reliabilityOf(model: Model, labels: NamedLabels): ModelReliability | undefined {
  if (labels.pairs.length < leastLabels) return undefined
  const told = heldOut(labels, { ...belief, offset: model.slopes.alpha }, folds)
  const latest = latestReliability(labels, told)
  return { ...reliability(told), ...(latest !== undefined && { latest }) }
}

export interface ModelReliability extends Reliability {
  /** Absent where too few were decided before. */
  readonly latest?: LatestReliability
}
