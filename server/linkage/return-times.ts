import { binEnd, binOf, gapBins, horizonDays, noGap } from './gap-bins.ts'
import { at } from './key-column.ts'

/** How soon those who come back are back, against how often a controller opens a shop for any other reason. */
export interface ReturnTimes {
  /** Shares of returns a day, by bin of the gap. */
  readonly density: Float64Array
  /** Openings a day of one controller that answer no closure: sisters. */
  readonly background: number
  /** Of the pairs that are all but certainly of one controller, the share that ran side by side, which no return does. */
  readonly sisters: number
}

/** From here on, in days, an opening of the same controller is as likely as ever, and no answer to the closure. */
const settledDays = 120
/** However flat the gaps, this much of every bin counts as returns. */
const leastShare = 0.05
/**
 * Of the usual background, this much is there whatever the gaps say: where people evade, those who opened much later share nothing with the closed
 * shop any more, and are missing among the gaps rather than among the openings.
 */
const leastBackground = 0.5
/**
 * Fewer sisters than usual make as much less of the background, down to this: what opened long after a closure is then no sister, but a shop in between may be on nobody's record.
 */
const leastSisters = 0.1
/** The share of sisters where nothing is known, and the pairs it counts for beside those that are. */
const usualSisters = 0.156_25
const usualPairs = 20
/** From here on a pair counts as one of one controller. */
const sure = 0.99

/** Before anything is learnt. */
export const usualReturnTimes: ReturnTimes = {
  density: Float64Array.from(gapBins, ({ successor }, bin) => successor / widthOf(bin)),
  background: (gapBins.at(-1)?.controller ?? 0) / widthOf(gapBins.length - 1),
  sisters: usualSisters,
}

/**
 * Splits the gaps between shops of one controller into returns and background: what lies over the level to which they fall long after a closure is an
 * answer to it, as far as the market has sisters. `m` holds the learnt share of each bin among pairs of one controller; two lives side by side may follow and count nowhere among the gaps, but tell by their share `sisters` how much of the late openings are sisters.
 */
export function returnTimesOf(m: Float64Array, sisters: number): ReturnTimes {
  const all = m.subarray(0, gapBins.length).reduce((sum, own) => sum + own, 0)
  const density = Float64Array.from(gapBins, (_, bin) => at(m, bin) / all / widthOf(bin))
  const late = gapBins.flatMap(({ from }, bin) => (settledDays <= from ? [at(density, bin)] : []))
  const seen = Math.max(leastBackground * usualReturnTimes.background, Math.min(...late))
  const background = Math.max(leastSisters, Math.min(1, sisters / usualSisters)) * seen
  return {
    density: density.map((own) => Math.max(leastShare * own, own - background)),
    background,
    sisters,
  }
}

/** How many of the pairs that are surely of one controller are sisters, with what is usual beside them; `controller` are probabilities by pair. Above 0 and at most 1. */
export function sistersAmong(
  controller: Float64Array,
  { days, together }: { readonly days: Int32Array; readonly together: Uint8Array },
): number {
  let pairs = usualPairs
  let sideBySide = usualPairs * usualSisters
  for (let pair = 0; pair < controller.length; pair++) {
    const isTogether = at(together, pair) === 1
    if (at(controller, pair) < sure || (!isTogether && at(days, pair) === noGap)) continue
    pairs++
    if (isTogether) sideBySide++
  }
  return sideBySide / pairs
}

/** Returns a day at this many days after a closure. */
export function returnDensity({ density }: Pick<ReturnTimes, 'density'>, days: number): number {
  return at(density, binOf(days))
}

function widthOf(bin: number): number {
  return binEnd(bin, horizonDays) - (gapBins[bin]?.from ?? 0)
}
