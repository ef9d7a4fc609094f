import type { Decision } from '../domain/decision.ts'
import { isTold, saidBy, seeAll } from './bars.ts'
import { certifiable } from './calibrate/certifiable.ts'
import { fitSlopes, type SlopePrior } from './calibrate/fit-slopes.ts'
import { stratumWeights } from './calibrate/stratum-weights.ts'
import { channelTable } from './channels/table.ts'
import { dampings } from './dampings.ts'
import { placesOfPair } from './decided-pairs.ts'
import { at } from './key-column.ts'
import type { Observed } from './learn-weights.ts'
import type { Model } from './model.ts'
import { bitsOfTime } from './score.ts'
import type { Slopes } from './slopes.ts'

/** With fewer labels a probability counts as not checked, and the learnt bits are taken at their word. */
const leastLabels = 100
/** Pairs below this many bits are no candidates worth a label, and would outnumber all others. */
const leastBits = -8
/** Learnt bits are right on the whole; channels may differ from each other, and the whole from the truth. */
const belief: SlopePrior = { mean: 1, meanSpread: 0.2, spread: 0.15, offsetSpread: 2 }

/**
 * Fits how much the bits of each channel count on what people found out without seeing the score, each label weighed by how rare its stratum of scores is among
 * the labels. `bits` are those of all pairs before the prior. The model stays as it is where too few labels can certify it.
 */
export function calibrateModel(
  model: Model,
  { encoded, pairs, lives }: Observed,
  decisions: readonly Decision[],
  bits: Float64Array,
): Model {
  const labels = certifiable(decisions).flatMap(({ a, b, same }) => {
    const pair = placesOfPair(encoded, pairs, a, b)
    return pair === undefined || model.prior + at(bits, pair) < leastBits ? [] : [{ pair, same }]
  })
  if (labels.length < leastLabels) return model
  const width = channelTable.length + 1
  const rows = new Float64Array(labels.length * width)
  for (const [row, { pair }] of labels.entries()) {
    const seen = seeAll(encoded.columns, model, at(pairs.left, pair), at(pairs.right, pair))
    const told = seen.filter(isTold).map(saidBy)
    const damping = dampings(told, model.dampings)
    for (const [n, { channel, bits: own }] of told.entries()) {
      const place = channelTable.findIndex((rule) => rule.channel === channel)
      rows[row * width + place] = own * (damping[n] ?? 1)
    }
    const together = at(lives.together, pair) === 1
    rows[row * width + width - 1] = bitsOfTime(model, lives.gaps[pair], together)
  }
  const candidates = bits.filter((own) => leastBits <= model.prior + own)
  const weights = stratumWeights(
    candidates,
    Float64Array.from(labels, ({ pair }) => at(bits, pair)),
  )
  const outcomes = Uint8Array.from(labels, ({ same }) => (same ? 1 : 0))
  const fit = fitSlopes(
    { bits: rows, channels: width, outcomes, weights, priorBits: model.prior },
    belief,
  )
  const channels = channelTable.map(({ channel }, place) => [channel, at(fit.slopes, place)])
  const slopes: Slopes = {
    alpha: fit.alpha,
    prior: fit.priorSlope,
    channels: Object.fromEntries(channels),
    gap: at(fit.slopes, width - 1),
    labels: labels.length,
  }
  return { ...model, slopes }
}
