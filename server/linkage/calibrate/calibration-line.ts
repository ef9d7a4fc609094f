import { type Evaluated, minimise } from './projected-newton.ts'

interface Point {
  /** log(p / (1 − p)), in nats. */
  readonly logit: number
  readonly came: 0 | 1
  readonly weight: number
}

const undefinedLine = { slope: null, intercept: null }

/**
 * Slope and intercept of the logistic regression of the outcome on the logit of what was predicted (Cox 1958, doi:10.1093/biomet/45.3-4.562):
 * 1 and 0 when probabilities can be taken at their word. Null for both where no finite line is most likely: one outcome only, one
 * probability only, or a probability that parts the outcomes without overlap (Albert and Anderson 1984, doi:10.1093/biomet/71.1.1).
 */
export function calibrationLine(points: readonly Point[]): {
  slope: number | null
  intercept: number | null
} {
  const told = points.filter(({ weight }) => 0 < weight)
  const came = told.filter(({ came: own }) => own === 1).map(({ logit }) => logit)
  const not = told.filter(({ came: own }) => own === 0).map(({ logit }) => logit)
  if (parted(came, not) || parted(not, came)) return undefinedLine
  const unbounded = new Float64Array(2).fill(Number.NEGATIVE_INFINITY)
  const [intercept = 0, slope = 1] = minimise(
    (line) => lossOf(told, line),
    Float64Array.of(0, 1),
    unbounded,
  )
  return { slope, intercept }
}

/** Also true when one side is empty. */
function parted(lower: readonly number[], upper: readonly number[]): boolean {
  const most = lower.reduce((most, own) => Math.max(most, own), Number.NEGATIVE_INFINITY)
  const least = upper.reduce((least, own) => Math.min(least, own), Number.POSITIVE_INFINITY)
  return most <= least
}

function lossOf(points: readonly Point[], line: Float64Array): Evaluated {
  const [intercept = 0, slope = 0] = line
  const gradient = new Float64Array(2)
  const hessian = new Float64Array(4)
  let value = 0
  for (const { logit, came, weight } of points) {
    const log = intercept + slope * logit
    const probability = 1 / (1 + Math.exp(-log))
    const error = weight * (probability - came)
    const curvature = weight * probability * (1 - probability)
    value += weight * (Math.max(0, log) + Math.log1p(Math.exp(-Math.abs(log))) - came * log)
    add(gradient, [error, error * logit])
    add(hessian, [curvature, curvature * logit, curvature * logit, curvature * logit ** 2])
  }
  return { value, gradient, hessian }
}

function add(sums: Float64Array, terms: readonly number[]): void {
  for (const [i, term] of terms.entries()) sums[i] = (sums[i] ?? 0) + term
}
