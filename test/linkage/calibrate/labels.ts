import { mulberry32 } from '../../../server/domain/random.ts'
import type { IsoDate } from '../../../server/domain/units.ts'
import type { NamedLabels } from '../../../server/linkage/calibrate/hold-out.ts'

const on = '2026-01-01' as IsoDate

export const prior = { mean: 0.5, meanSpread: 0.2, spread: 0.15, offsetSpread: 4 }

/** Labels drawn from known slopes; the pairs are of shops that are in no other pair. */
export function simulated(
  seed: number,
  count: number,
  truth: {
    readonly alpha: number
    readonly priorSlope: number
    readonly slopes: readonly number[]
  },
): NamedLabels {
  const random = mulberry32(seed)
  const channels = truth.slopes.length
  const priorBits = -8
  const bits = new Float64Array(count * channels)
  const outcomes = new Uint8Array(count)
  for (let label = 0; label < count; label++) {
    let sum = truth.alpha + truth.priorSlope * priorBits
    for (let k = 0; k < channels; k++) {
      const own = random() < 0.4 ? 0 : 14 * random() - 3
      bits[label * channels + k] = own
      sum += (truth.slopes[k] ?? 0) * own
    }
    outcomes[label] = random() < 1 / (1 + 2 ** -sum) ? 1 : 0
  }
  return {
    bits,
    channels,
    outcomes,
    weights: new Float64Array(count).fill(1),
    priorBits,
    pairs: Array.from({ length: count }, (_, n) => ({ a: `a${n}`, b: `b${n}`, on })),
  }
}
