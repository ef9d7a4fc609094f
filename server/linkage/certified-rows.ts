import type { Decision } from '../domain/decision.ts'
import { probabilityToBits } from '../domain/units.ts'
import { isTold, saidBy, seeAll } from './bars.ts'
import { certifiable } from './calibrate/certifiable.ts'
import type { NamedLabels } from './calibrate/hold-out.ts'
import { channelTable } from './channels/table.ts'
import { dampings } from './dampings.ts'
import { placesOfPair } from './decided-pairs.ts'
import { at } from './key-column.ts'
import type { Observed } from './learn-weights.ts'
import type { ScoredPair } from './market.ts'
import type { Model } from './model.ts'
import { bitsOfTime } from './scale.ts'
import { surestThirds } from './surest-third.ts'
import { untakenBits, untiedBits } from './untied.ts'

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

/** All pairs as the model weighs them before anybody decided, those that somebody did among them; and what it takes off those that no third shop ties. */
export interface Undecided {
  readonly scored: readonly ScoredPair[]
  readonly taken: Float64Array
}

const nobody: Undecided = { scored: [], taken: untakenBits }

/**
 * What people found out without seeing the score, each with what every channel of the table says of the pair, in bits, and last what time says. Labels are not weighed
 * by how they were picked: as long as they were picked by what can be seen of a pair, its bits given, the chance of being picked falls out of the
 * likelihood, and weights would only add noise.
 */
export function certifiedRows(
  model: Model,
  { encoded, pairs, lives }: Observed,
  decisions: readonly Decision[],
  undecided: () => Undecided,
): NamedLabels {
  const certified = certifiable(decisions)
  const told = model.slopes
  const { scored, taken } = certified.length === 0 ? nobody : undecided()
  const bitsOf = bitsByPair(scored)
  const surest = surestThirds(scored)
  const labels = certified.flatMap(({ a, b, same, on }) => {
    const pair = placesOfPair(encoded, pairs, a, b)
    if (pair === undefined) return []
    const both = { a: at(pairs.left, pair), b: at(pairs.right, pair) }
    const own = bitsOf(both)
    const holdsSomething = own !== undefined && leastBits <= own - told.alpha
    return holdsSomething ? [{ a, b, on, pair, same, own, third: surest(both)?.bits }] : []
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
    offsets: Float64Array.from(labels, ({ own }) => untiedBits(taken, own)),
    thirds: Float64Array.from(labels, ({ third }) => third ?? Number.NaN),
    priorBits: told.prior * model.prior,
    pairs: labels.map(({ a, b, on }) => ({ a, b, on })),
  }
}

function bitsByPair(
  scored: readonly ScoredPair[],
): (pair: Pick<ScoredPair, 'a' | 'b'>) => number | undefined {
  const bits = new Map(scored.map(({ a, b, probability }) => [`${a} ${b}`, probability]))
  return ({ a, b }) => {
    const own = bits.get(`${a} ${b}`)
    return own === undefined ? undefined : probabilityToBits(own)
  }
}
