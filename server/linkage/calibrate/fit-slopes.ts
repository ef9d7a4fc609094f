import { type Evaluated, minimise } from './projected-newton.ts'

/** Told pairs, a row each. Callers give them in a fixed order (by pair key): sums depend on it in the last digit. */
export interface SlopeLabels {
  /** Bits of every channel after family damping, 0 where unknown: labels × channels, row by row. The gap may be one of the channels. */
  readonly bits: Float64Array
  readonly channels: number
  /** By label: 1 for one controller, 0 for two. */
  readonly outcomes: Uint8Array
  /** By label: 1 where labels were picked by what can be seen of a pair, else inverse probability of having been picked, with mean 1. */
  readonly weights: Float64Array
  /** By label, bits that count whatever the slopes; none when absent. */
  readonly offsets?: Float64Array
  /** W0: log2 of the odds that two shops picked at random have one controller. */
  readonly priorBits: number
}

/** What is believed of the slopes before any label. All spreads are standard deviations and above 0. */
export interface SlopePrior {
  /** Centre of the mean slope; 0.5 where raw bits are twice as sure as they should be. */
  readonly mean: number
  /** Spread of the mean slope around that centre; 0.2 in the design. */
  readonly meanSpread: number
  /** τ: spread of the channels around the mean slope. */
  readonly spread: number
  /** Centre of alpha, in bits; 0 when absent. */
  readonly offset?: number
  /** Spread of alpha around it. */
  readonly offsetSpread: number
}

export interface SlopeFit {
  /** Bits added to every pair. */
  readonly alpha: number
  /** b0: what a bit of the prior counts. */
  readonly priorSlope: number
  /** By channel, never below 0: a rare value that both hold must never lower the probability. */
  readonly slopes: Float64Array
  readonly meanSlope: number
  readonly labels: number
  /** Weighted mean over the labels that were fitted, in nats; null without labels. */
  readonly logLoss: number | null
}

/**
 * Maximum a posteriori slopes of s = α + b0·W0 + Σ β_k·w_k in P(one controller) = 1/(1 + 2^−s), where b0 and β_k ~ N(mean slope, τ²), the mean
 * slope ~ N(mean, meanSpread²), α ~ N(offset, offsetSpread²), b0 and β_k ≥ 0: partial pooling (Gelman and Hill 2007, chapter 14), so that a channel
 * with few labels follows the others. Strictly convex, hence one answer, whatever the start; without labels it is the prior's mode.
 */
export function fitSlopes(labels: SlopeLabels, prior: SlopePrior): SlopeFit {
  const { channels } = labels
  const size = channels + 3
  const start = new Float64Array(size).fill(prior.mean)
  start[0] = prior.offset ?? 0
  const lower = new Float64Array(size).fill(0)
  lower[0] = Number.NEGATIVE_INFINITY
  lower[size - 1] = Number.NEGATIVE_INFINITY
  const found = minimise((point) => posterior(labels, prior, point), start, lower)
  const weight = labels.weights.reduce((sum, own) => sum + own, 0)
  return {
    alpha: found[0] ?? 0,
    priorSlope: found[1] ?? 0,
    slopes: found.slice(2, 2 + channels),
    meanSlope: found[size - 1] ?? 0,
    labels: labels.outcomes.length,
    logLoss: weight === 0 ? null : loss(labels, found) / weight,
  }
}

/** s of one row of bits, to be read as log2 of the odds of one controller; `row` counts from 0 in rows of as many bits as there are slopes. */
export function calibratedBits(
  { alpha, priorSlope, slopes }: SlopeFit,
  priorBits: number,
  bits: Float64Array,
  row: number,
): number {
  let sum = alpha + priorSlope * priorBits
  const first = row * slopes.length
  for (let k = 0; k < slopes.length; k++) sum += (slopes[k] ?? 0) * (bits[first + k] ?? 0)
  return sum
}

/** A point is α, b0, the slopes, the mean slope. */
function posterior(labels: SlopeLabels, prior: SlopePrior, point: Float64Array): Evaluated {
  const size = point.length
  const told: Evaluated = {
    value: loss(labels, point),
    gradient: new Float64Array(size),
    hessian: new Float64Array(size * size),
  }
  addLabels(labels, point, told)
  return { ...told, value: told.value + addPrior(prior, point, told) }
}

function loss(labels: SlopeLabels, point: Float64Array): number {
  const inputs = new Float64Array(labels.channels + 2)
  let sum = 0
  for (let label = 0; label < labels.outcomes.length; label++) {
    readInputs(labels, label, inputs)
    const logit = logitOf(labels, label, inputs, point)
    const softplus = Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit)))
    sum += (labels.weights[label] ?? 0) * (softplus - (labels.outcomes[label] ?? 0) * logit)
  }
  return sum
}

function addLabels(labels: SlopeLabels, point: Float64Array, into: Evaluated): void {
  const inputs = new Float64Array(labels.channels + 2)
  for (let label = 0; label < labels.outcomes.length; label++) {
    readInputs(labels, label, inputs)
    const probability = 1 / (1 + Math.exp(-logitOf(labels, label, inputs, point)))
    const weight = labels.weights[label] ?? 0
    const slope = weight * (probability - (labels.outcomes[label] ?? 0)) * Math.LN2
    addInputs(inputs, slope, weight * probability * (1 - probability) * Math.LN2 ** 2, into)
  }
}

function addInputs(
  inputs: Float64Array,
  slope: number,
  curvature: number,
  { gradient, hessian }: Evaluated,
): void {
  const size = gradient.length
  for (let i = 0; i < inputs.length; i++) {
    const own = inputs[i] ?? 0
    if (own === 0) continue
    gradient[i] = (gradient[i] ?? 0) + slope * own
    for (let j = 0; j < inputs.length; j++) {
      const cell = i * size + j
      hessian[cell] = (hessian[cell] ?? 0) + curvature * own * (inputs[j] ?? 0)
    }
  }
}

function addPrior(prior: SlopePrior, point: Float64Array, { gradient, hessian }: Evaluated) {
  const size = point.length
  const last = size - 1
  const mean = point[last] ?? 0
  let value = 0
  const add = (i: number, distance: number, spread: number) => {
    const precision = 1 / spread ** 2
    value += (precision * distance ** 2) / 2
    gradient[i] = (gradient[i] ?? 0) + precision * distance
    hessian[i * size + i] = (hessian[i * size + i] ?? 0) + precision
    return precision
  }
  add(0, (point[0] ?? 0) - (prior.offset ?? 0), prior.offsetSpread)
  add(last, mean - prior.mean, prior.meanSpread)
  for (let i = 1; i < last; i++) {
    const distance = (point[i] ?? 0) - mean
    const precision = add(i, distance, prior.spread)
    gradient[last] = (gradient[last] ?? 0) - precision * distance
    hessian[last * size + last] = (hessian[last * size + last] ?? 0) + precision
    hessian[i * size + last] = -precision
    hessian[last * size + i] = -precision
  }
  return value
}

function readInputs({ bits, channels, priorBits }: SlopeLabels, label: number, into: Float64Array) {
  into[0] = 1
  into[1] = priorBits
  for (let k = 0; k < channels; k++) into[2 + k] = bits[label * channels + k] ?? 0
}

function logitOf(
  { offsets }: SlopeLabels,
  label: number,
  inputs: Float64Array,
  point: Float64Array,
): number {
  let sum = offsets?.[label] ?? 0
  for (let i = 0; i < inputs.length; i++) sum += (inputs[i] ?? 0) * (point[i] ?? 0)
  return sum * Math.LN2
}
