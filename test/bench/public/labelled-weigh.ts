import { fitSlopes } from '../../../server/linkage/calibrate/fit-slopes.ts'
import type { RecordPairs } from '../../../server/linkage/identities/block-records.ts'
import { chanceLevels } from '../../../server/linkage/identities/chance-levels.ts'
import type { IdentityTable } from '../../../server/linkage/identities/identity-table.ts'
import { kernelOf } from '../../../server/linkage/identities/kernel-of.ts'
import { guessedShares } from '../../../server/linkage/identities/sound-sessions.ts'
import type { Weighed } from '../../../server/linkage/identities/weigh-records.ts'
import { bandsOf, rarityBands } from '../../../server/linkage/kernels/rarity-bands.ts'
import { learn } from '../../../server/linkage/learn/learn.ts'
import { monotoneBits } from '../../../server/linkage/learn/monotone.ts'
import { patternsOf, unknownLevel } from '../../../server/linkage/learn/patterns.ts'
import { randomPairs } from '../../../server/linkage/random-pairs.ts'
import type { LabelledPairs } from './labelled-draw.ts'

/** How many unlabelled pairs a label is worth when levels are learnt. */
const labelWeight = 5
/** Sessions take the values of as many bands as without labels. */
const taughtBands = 4
const slopePrior = { mean: 0.5, meanSpread: 0.2, spread: 0.15, offsetSpread: 4 }

/**
 * What weighing without labels found, put right by labels, in both places where the engine lets them in: as known answers among the latent ones
 * when levels are learnt, then as what the slopes of the channels are fitted on.
 */
export function weighLabelled(
  table: IdentityTable,
  pairs: RecordPairs,
  unlabelled: Weighed,
  labels: LabelledPairs,
  seed: number,
): Weighed {
  const levels = unlabelled.compare(pairs)
  const worth = learnLabelled(table, levels, labels, seed)
  return calibrated({ ...unlabelled, worth }, levels, labels)
}

/** Bits by channel, then level. */
function learnLabelled(
  { records, channels }: IdentityTable,
  levels: readonly Uint8Array[],
  { pair, same }: LabelledPairs,
  seed: number,
): Float64Array[] {
  const kernels = channels.map(kernelOf)
  const random = randomPairs(records, seed)
  const columns = channels.map(({ channel, family }, place) => ({
    channel,
    family,
    levels: kernels[place]?.levels ?? 0,
    ordered: false,
    level: levels[place] as Uint8Array,
  }))
  const patterns = patternsOf(columns, columns[0]?.level.length ?? 0)
  const chances = channels.map(({ column }, place) =>
    chanceLevels(column, kernels[place] as (typeof kernels)[number], random),
  )
  const guess = channels.map(({ column }, place) =>
    guessedShares(kernels[place]?.levels ?? 0, bandsOf(column.holders), column),
  )
  const sessions = channels.flatMap(({ teaches }, column) =>
    teaches ? [{ column, levels: taughtBands, off: [column] }] : [],
  )
  const labels = {
    pattern: pair.map((own) => patterns.of[own] as number),
    same,
    weight: new Float64Array(pair.length).fill(labelWeight),
  }
  const { m, u } = learn(columns, patterns, chances, sessions, { guess, labels })
  return m.map((own, place) => worthOf(own, u[place] as Float64Array))
}

/** From rare values to common ones and from near to far, each by itself, as without labels. */
function worthOf(m: Float64Array, u: Float64Array): Float64Array {
  const same = monotoneBits(m.slice(0, rarityBands), u.slice(0, rarityBands))
  const near = monotoneBits(m.slice(rarityBands), u.slice(rarityBands))
  return Float64Array.from([...same, ...near])
}

function calibrated(
  weighed: Weighed,
  levels: readonly Uint8Array[],
  { pair, same }: LabelledPairs,
): Weighed {
  const bitsOf = (channel: number, own: number) => {
    const level = levels[channel]?.[own] ?? unknownLevel
    return level === unknownLevel ? 0 : (weighed.worth[channel]?.[level] ?? 0)
  }
  const channels = [...levels.keys()]
  const fit = fitSlopes(
    {
      bits: Float64Array.from([...pair].flatMap((own) => channels.map((k) => bitsOf(k, own)))),
      channels: channels.length,
      outcomes: same,
      weights: new Float64Array(pair.length).fill(1),
      priorBits: weighed.prior,
    },
    slopePrior,
  )
  const prior = fit.alpha + fit.priorSlope * weighed.prior
  const slopeOf = (channel: number) => fit.slopes[channel] as number
  const bits = weighed.bits.map((_, own) =>
    channels.reduce((sum, k) => sum + slopeOf(k) * bitsOf(k, own), prior),
  )
  const worth = weighed.worth.map((own, k) => own.map((level) => slopeOf(k) * level))
  return { ...weighed, prior, worth, bits }
}
