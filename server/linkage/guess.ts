import { bandShares } from './chances.ts'
import type { ChannelColumn } from './encode.ts'
import { gapBins } from './gap-bins.ts'
import { at } from './key-column.ts'

/** Before anything is learnt, three in ten pairs of one controller run side by side. */
const togetherGuess = 0.3
/** This much of every rank is spread evenly over its bands, so that none is thought impossible. */
const evenly = 0.1

/** What m is taken for in time before anything is learnt: the table's bins, then two lives side by side. */
export const timeGuess = Float64Array.from([
  ...gapBins.map(({ controller }) => (1 - togetherGuess) * controller),
  togetherGuess,
])

/** What m is taken for in a channel before anything is learnt: each rank's own guess, spread over its bands as the values are. */
export function guessOf(column: ChannelColumn, inSequence: number): Float64Array {
  const shares = bandShares(column)
  const { layout, ranks, rule } = column
  const guess = new Float64Array(layout.levels)
  for (const [rank, { level }] of ranks.entries()) {
    const bands = layout.edges[rank]?.length ?? 0
    for (let band = 0; band < bands; band++) {
      const index = (layout.firstOf[rank] ?? 0) + band
      const share = rule.catalogue === undefined ? at(shares, index) : 1 / bands
      guess[index] = level.m * ((1 - evenly) * share + evenly / bands)
    }
  }
  const differ = inSequence * rule.differ.inSequence + (1 - inSequence) * rule.differ.together
  const agree = guess.reduce((sum, own) => sum + own, 0)
  return guess.map((own, level) =>
    level === layout.differ ? differ : ((1 - differ) * own) / agree,
  )
}
