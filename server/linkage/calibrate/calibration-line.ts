import { crossing } from './crossing.ts'
import { type Evaluated, minimise } from './projected-newton.ts'

interface Point {
  /** log(p / (1 − p)), in nats. */
  readonly logit: number
  readonly came: 0 | 1
  readonly weight: number
}

/** Slope and intercept are null together; the ends of the slope's 95 % interval are null with them. */
export interface CalibrationLine {
  readonly slope: number | null
  readonly slopeLow: number | null
  readonly slopeHigh: number | null
  readonly intercept: number | null
}

const undefinedLine = { slope: null, slopeLow: null, slopeHigh: null, intercept: null }

/**
 * Slope and intercept of the logistic regression of the outcome on the logit of what was predicted (Cox 1958, doi:10.1093/biomet/45.3-4.562):
 * 1 and 0 when probabilities can be taken at their word. The interval of the slope is the likelihood's, for whatever intercept suits it best
 * (Venzon and Moolgavkar 1988, doi:10.2307/2347496), as a normal one misleads where few outcomes differ. Null for all where no finite line is most
 * likely: one outcome only, one probability only, or a probability that parts the outcomes without overlap (Albert and Anderson 1984,
 * doi:10.1093/biomet/71.1.1).
 */
export function calibrationLine(points: readonly Point[]): CalibrationLine {
  const told = points.filter(({ weight }) => 0 < weight)
  const came = told.filter(({ came: own }) => own === 1).map(({ logit }) => logit)
  const not = told.filter(({ came: own }) => own === 0).map(({ logit }) => logit)
  if (parted(came, not) || parted(not, came)) return undefinedLine
  const [intercept = 0, slope = 1] = minimise(
    (line) => lossOf(told, line),
    Float64Array.of(0, 1),
    new Float64Array(2).fill(Number.NEGATIVE_INFINITY),
  )
  const [slopeLow, slopeHigh] = intervalOf(told, { intercept, slope })
  return { slope, slopeLow, slopeHigh, intercept }
}

/** Also true when one side is empty. */
function parted(lower: readonly number[], upper: readonly number[]): boolean {
  const most = lower.reduce((most, own) => Math.max(most, own), Number.NEGATIVE_INFINITY)
  const least = upper.reduce((least, own) => Math.min(least, own), Number.POSITIVE_INFINITY)
  return most <= least
}

/** Half the 95 % point of χ² with one degree of freedom: how much less likely, in nats, the ends are than the best. */
const unlikelier = 3.841458820694124 / 2

/** What weighs unequally tells as much as fewer of one weight (Kish). */
function intervalOf(told: readonly Point[], best: Line): readonly [low: number, high: number] {
  const sum = told.reduce((total, { weight }) => total + weight, 0)
  const squares = told.reduce((total, { weight }) => total + weight ** 2, 0)
  const least = lossOf(told, Float64Array.of(best.intercept, best.slope)).value
  let { intercept } = best
  const excess = (slope: number) => {
    const fitted = minimise(
      (own) => alongIntercept(lossOf(told, Float64Array.of(own[0] ?? 0, slope))),
      Float64Array.of(intercept),
      Float64Array.of(Number.NEGATIVE_INFINITY),
    )
    intercept = fitted[0] ?? 0
    const { value } = lossOf(told, Float64Array.of(intercept, slope))
    return (value - least) * (sum / squares) - unlikelier
  }
  const end = (direction: 1 | -1) => {
    intercept = best.intercept
    return crossing(excess, best.slope, direction)
  }
  return [end(-1), end(1)]
}

interface Line {
  readonly intercept: number
  readonly slope: number
}

function alongIntercept({ value, gradient, hessian }: Evaluated): Evaluated {
  return { value, gradient: gradient.slice(0, 1), hessian: hessian.slice(0, 1) }
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
