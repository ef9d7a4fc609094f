import type { Decision } from '../domain/decision.ts'
import { isTold, saidBy, seeAll } from './bars.ts'
import { certifiable } from './calibrate/certifiable.ts'
import type { NamedLabels } from './calibrate/hold-out.ts'
import { channelTable } from './channels/table.ts'
import { dampings } from './dampings.ts'
import { placesOfPair } from './decided-pairs.ts'
import { at } from './key-column.ts'
import type { Observed } from './learn-weights.ts'
import { bitsOfPairs, type Model } from './model.ts'
import { bitsOfTime } from './scale.ts'
import { offsetOf } from './slopes.ts'

/**
 * Pairs below this many bits, time's offset not counted, hold next to nothing that could be weighed. Of them people decide on those of one controller
 * for reasons that no pair shows, such as the shop between the two, so that they would speak for far more than themselves.
 */
const leastBits = -7

/**
 * However many labels there are, together they count for no more than so many. People decide on pairs for reasons that the pair does not show, all of them for much the same ones: that error
 * does not shrink as labels grow more, and a fit that took a thousand at their word would learn it.
 */
const mostLabels = 350

/**
 * What people found out without seeing the score, each with what every channel of the table says of the pair, in bits, and last what time says. Labels are not weighed
 * by how they were picked: as long as they were picked by what can be seen of a pair, its bits given, the chance of being picked falls out of the
 * likelihood, and weights would only add noise.
 */
export function certifiedRows(
  model: Model,
  { encoded, pairs, lives, hands }: Observed,
  decisions: readonly Decision[],
): NamedLabels {
  const certified = certifiable(decisions)
  const bits =
    certified.length === 0 ? undefined : bitsOfPairs(model, { encoded, pairs, lives, hands })
  const told = model.slopes
  const base = model.prior + offsetOf(told, model.prior) - told.alpha
  const labels = certified.flatMap(({ a, b, same, on }) => {
    const pair = placesOfPair(encoded, pairs, a, b)
    const holdsSomething = pair !== undefined && leastBits <= base + (bits?.[pair] ?? 0)
    return holdsSomething ? [{ a, b, on, pair, same }] : []
  })
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
    rows[row * width + width - 1] = bitsOfTime(model, lives.gapOf(pair), together)
  }
  return {
    bits: rows,
    channels: width,
    outcomes: Uint8Array.from(labels, ({ same }) => (same ? 1 : 0)),
    weights: new Float64Array(labels.length).fill(Math.min(1, mostLabels / labels.length)),
    priorBits: told.prior * model.prior,
    pairs: labels.map(({ a, b, on }) => ({ a, b, on })),
  }
}
