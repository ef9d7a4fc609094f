import { calibrationLine } from './calibration-line.ts'
import { equalMass } from './equal-mass.ts'
import type { Told } from './told.ts'
import { wilson } from './wilson.ts'

export interface ReliabilityBin {
  readonly n: number
  /** Mean probability given. */
  readonly predicted: number
  /** Share that came. */
  readonly observed: number
  /** Wilson's 95 % interval of that share. */
  readonly low: number
  readonly high: number
}

/** How far probabilities can be taken at their word; a figure is null where nothing was told. */
export interface Reliability {
  readonly n: number
  /** Least probable first. */
  readonly bins: readonly ReliabilityBin[]
  /** Mean squared error. */
  readonly brier: number | null
  /** Expected calibration error: the mean distance of predicted and observed over the bins. */
  readonly ece: number | null
  /** The `ece` that perfect probabilities would be expected to show on so few, for comparison. */
  readonly eceByChance: number | null
  /** In nats, with probabilities kept 1e-12 away from 0 and 1. */
  readonly logLoss: number | null
  /** Of the outcome on the logit (Cox 1958): 1 is right, below 1 too sure; null when the outcomes leave it undefined. */
  readonly slope: number | null
  /** Its 95 % interval: a slope within which 1 lies is no error that so few would show. */
  readonly slopeLow: number | null
  readonly slopeHigh: number | null
  /** In nats, of the same line: 0 is right. */
  readonly intercept: number | null
}

/** How close to 0 and 1 a probability may come before its logarithm is taken. */
const clip = 1e-12

/**
 * Reliability of probabilities over `bins` of equal mass (Naeini, Cooper and Hauskrecht 2015), equal probabilities always in one bin. The order
 * of `told` does not matter.
 */
export function reliability(told: readonly Told[], bins = 15): Reliability {
  const sorted = told.toSorted(
    (a, b) => a.probability - b.probability || a.came - b.came || weightOf(a) - weightOf(b),
  )
  const groups = equalMass(sorted, bins)
  const mean = (figure: (one: Told) => number) => weightedMean(sorted, figure)
  return {
    n: told.length,
    bins: groups.map(binOf),
    brier: mean(({ probability, came }) => (probability - came) ** 2),
    ece: overBins(groups, (bin) => Math.abs(binOf(bin).predicted - binOf(bin).observed)),
    eceByChance: overBins(groups, errorByChance),
    logLoss: mean(
      ({ probability, came }) =>
        -Math.log(Math.max(clip, came === 1 ? probability : 1 - probability)),
    ),
    ...calibrationLine(
      sorted.map((one) => ({ ...one, logit: logit(one.probability), weight: weightOf(one) })),
    ),
  }
}

function binOf(bin: readonly Told[]): ReliabilityBin {
  const observed = weightedMean(bin, ({ came }) => came) ?? 0
  return {
    n: bin.length,
    predicted: weightedMean(bin, ({ probability }) => probability) ?? 0,
    observed,
    ...wilson(observed, effectiveSize(bin)),
  }
}

/** Mean distance of a share from its expectation when every probability is right, by the normal approximation. */
function errorByChance(bin: readonly Told[]): number {
  const variance = weightedMean(bin, ({ probability }) => probability * (1 - probability)) ?? 0
  return Math.sqrt((2 / Math.PI) * (variance / effectiveSize(bin)))
}

/** Kish's effective sample size: as many equally weighted ones would tell as much. */
function effectiveSize(bin: readonly Told[]): number {
  const squares = bin.reduce((sum, one) => sum + weightOf(one) ** 2, 0)
  return squares === 0 ? bin.length : totalWeight(bin) ** 2 / squares
}

function overBins(
  groups: readonly (readonly Told[])[],
  figure: (bin: readonly Told[]) => number,
): number | null {
  const total = groups.reduce((sum, bin) => sum + totalWeight(bin), 0)
  if (total === 0) return null
  return groups.reduce((sum, bin) => sum + totalWeight(bin) * figure(bin), 0) / total
}

function weightedMean(told: readonly Told[], figure: (one: Told) => number): number | null {
  const total = totalWeight(told)
  return total === 0
    ? null
    : told.reduce((sum, one) => sum + weightOf(one) * figure(one), 0) / total
}

function totalWeight(told: readonly Told[]): number {
  return told.reduce((sum, one) => sum + weightOf(one), 0)
}

function weightOf({ weight = 1 }: Told): number {
  return weight
}

function logit(probability: number): number {
  const kept = Math.min(1 - clip, Math.max(clip, probability))
  return Math.log(kept / (1 - kept))
}
