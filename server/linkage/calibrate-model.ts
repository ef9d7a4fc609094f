import type { Decision } from '../domain/decision.ts'
import { isTold, saidBy, seeAll } from './bars.ts'
import { certifiable } from './calibrate/certifiable.ts'
import { fitSlopes, type SlopePrior } from './calibrate/fit-slopes.ts'
import { channelTable } from './channels/table.ts'
import { dampings } from './dampings.ts'
import { placesOfPair } from './decided-pairs.ts'
import { at } from './key-column.ts'
import type { Observed } from './learn-weights.ts'
import type { Model } from './model.ts'
import { bitsOfTime } from './score.ts'
import { offsetOf, type Slopes, slopeOf } from './slopes.ts'

/** With fewer labels a probability counts as not checked, and the learnt bits are taken at their word. */
const leastLabels = 100
/**
 * Pairs below this many bits, time's offset not counted, hold next to nothing that could be weighed. Of them people decide on those of one controller
 * for reasons that no pair shows, such as the shop between the two, so that they would speak for far more than themselves.
 */
const leastBits = -7
/** Time has told how far the bits can be taken at their word; people correct it channel by channel, and the whole a little. */
const belief: SlopePrior = { mean: 1, meanSpread: 0.1, spread: 0.1, offsetSpread: 0.5 }

/**
 * Fits how much the bits of each channel count on what people found out without seeing the score, beside what is believed already. Labels are not weighed by
 * how they were picked: as long as they were picked by what can be seen of a pair, its bits given, the chance of being picked falls out of the
 * likelihood, and weights would only add noise. `bits` are those of all pairs before the prior. The model stays as it is where too few labels can
 * certify it.
 */
export function calibrateModel(
  model: Model,
  { encoded, pairs, lives }: Observed,
  decisions: readonly Decision[],
  bits: Float64Array,
): Model {
  const told = model.slopes
  const base = model.prior + offsetOf(told, model.prior) - told.alpha
  const labels = certifiable(decisions).flatMap(({ a, b, same }) => {
    const pair = placesOfPair(encoded, pairs, a, b)
    return pair === undefined || base + at(bits, pair) < leastBits ? [] : [{ pair, same }]
  })
  if (labels.length < leastLabels) return model
  const width = channelTable.length + 1
  const rows = new Float64Array(labels.length * width)
  for (const [row, { pair }] of labels.entries()) {
    const seen = seeAll(encoded.columns, model, at(pairs.left, pair), at(pairs.right, pair))
    const says = seen.filter(isTold).map(saidBy)
    const damping = dampings(says, model.dampings)
    for (const [n, { channel, bits: own }] of says.entries()) {
      const place = channelTable.findIndex((rule) => rule.channel === channel)
      rows[row * width + place] = own * (damping[n] ?? 1)
    }
    const together = at(lives.together, pair) === 1
    rows[row * width + width - 1] = bitsOfTime(model, lives.gaps[pair], together)
  }
  const outcomes = Uint8Array.from(labels, ({ same }) => (same ? 1 : 0))
  const weights = new Float64Array(labels.length).fill(1)
  const priorBits = told.prior * model.prior
  const fit = fitSlopes(
    { bits: rows, channels: width, outcomes, weights, priorBits },
    { ...belief, offset: told.alpha },
  )
  const channels = channelTable.map(({ channel }, place) => [
    channel,
    slopeOf(told, channel) * at(fit.slopes, place),
  ])
  const slopes: Slopes = {
    alpha: fit.alpha,
    prior: told.prior * fit.priorSlope,
    channels: Object.fromEntries(channels),
    gap: told.gap * at(fit.slopes, width - 1),
    labels: labels.length,
  }
  return { ...model, slopes }
}
