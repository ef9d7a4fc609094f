const firstStep = 0.125
const mostSteps = 100
/** Nobody reads more digits of an interval. */
const close = 1e-6

/**
 * Where a convex function that is below 0 at `inside` comes to 0 in a direction: steps are doubled until they are past it, then the two ends are drawn together by false
 * position, each end that stays counting half (Dowell and Jarratt 1971, doi:10.1007/BF01934364).
 */
export function crossing(
  excess: (at: number) => number,
  inside: number,
  direction: 1 | -1,
): number {
  let [near, nearValue] = [inside, excess(inside)]
  let [far, farValue] = [inside, nearValue]
  for (let step = firstStep; farValue < 0; step *= 2) {
    ;[near, nearValue] = [far, farValue]
    far = inside + direction * step
    farValue = excess(far)
  }
  for (let step = 0; step < mostSteps && close < Math.abs(far - near); step++) {
    const at = far - (farValue * (far - near)) / (farValue - nearValue)
    const value = excess(at)
    if (Math.abs(value) < close) return at
    if (value < 0 === farValue < 0) nearValue /= 2
    else [near, nearValue] = [far, farValue]
    ;[far, farValue] = [at, value]
  }
  return far
}
