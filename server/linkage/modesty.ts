import type { Slopes } from './slopes.ts'

/** In nats²: the variance of a pair's log-odds is this, divided by the square of {@link usualMatches} and the matches that taught the weights; found on synthetic markets of 12 to 250 shops. */
const varianceOfOne = 7_000
/** What is known of weights beforehand is worth so many matches. */
const usualMatches = 20
/** Of what is taken off the rest, the prior keeps so much: it is counted more than learnt. */
const priorKeeps = 0.5

/**
 * Slopes that allow for how little a small store can teach. Weights that few matches taught may be wrong by several bits in either direction, and the mean of the probabilities that they may give lies
 * nearer to one half than the probability of their mean: log-odds count 1/√(1 + π s²/8), s² being their variance (the moderated output of MacKay 1992, doi:10.1162/neco.1992.4.5.720). `matches` is how
 * many pairs of one controller are expected among all, at least 0. We depart from him in that the variance is not that of the weights, of which no more is known than of the weights, but what errors
 * showed it to be: strangers come in groups, so that it falls faster than the number of matches grows, and is next to nothing in a store of a thousand shops.
 */
export function moderated(slopes: Slopes, matches: number): Slopes {
  const variance = varianceOfOne / (usualMatches + matches) ** 2
  const factor = 1 / Math.sqrt(1 + (Math.PI * variance) / 8)
  const channels = Object.entries(slopes.channels).map(([channel, own]) => [channel, own * factor])
  return {
    ...slopes,
    alpha: slopes.alpha * factor,
    prior: slopes.prior * (priorKeeps + (1 - priorKeeps) * factor),
    channels: Object.fromEntries(channels),
    gap: slopes.gap * factor,
  }
}
