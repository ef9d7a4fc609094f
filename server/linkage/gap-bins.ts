/** How long it takes to come back, as shares of each stretch of days. */
export interface GapBin {
  /** First day of the bin; the next bin's first day ends it. */
  readonly from: number
  /** Share of the gaps between two shops of one controller, neighbours in a chain or not. */
  readonly controller: number
  /** Share of the gaps between a closed shop and the one it came back as. */
  readonly successor: number
  /** Share of the gaps between two strangers, where openings are spread evenly over five years. */
  readonly strangers: number
}

/** A shop opened longer than this before a closure does not answer it. */
export const earliestDays = -60

/**
 * Not monotone: some open the next shop before the old one closes. First guesses, from a synthetic market in which nine in ten are back within
 * two months; not checked on real closures.
 */
export const gapBins: readonly GapBin[] = [
  { from: earliestDays, controller: 0.03, successor: 0.03, strangers: 0.02 },
  { from: -30, controller: 0.04, successor: 0.05, strangers: 0.013 },
  { from: -14, controller: 0.08, successor: 0.1, strangers: 0.014 },
  { from: 0, controller: 0.2, successor: 0.35, strangers: 0.007 },
  { from: 7, controller: 0.09, successor: 0.14, strangers: 0.007 },
  { from: 14, controller: 0.07, successor: 0.11, strangers: 0.007 },
  { from: 21, controller: 0.08, successor: 0.09, strangers: 0.014 },
  { from: 35, controller: 0.08, successor: 0.06, strangers: 0.026 },
  { from: 60, controller: 0.08, successor: 0.04, strangers: 0.05 },
  { from: 120, controller: 0.1, successor: 0.02, strangers: 0.11 },
  { from: 240, controller: 0.15, successor: 0.01, strangers: 0.732 },
]

/** Level of two lives side by side, behind those of the bins. */
export const togetherLevel = gapBins.length

/** Where the last bin ends, for its density only. */
export const horizonDays = 900

/** Stands for the days of a gap where there is none. */
export const noGap = 2 ** 31 - 1

/** Index of the bin a gap falls into. */
export function binOf(days: number): number {
  let bin = gapBins.length - 1
  while (0 < bin && days < (gapBins[bin]?.from ?? 0)) bin--
  return bin
}

/** Day on which a bin ends. */
export function binEnd(bin: number, last: number): number {
  return gapBins[bin + 1]?.from ?? last
}

/** Share of those who come back that are back this many days after the closure. */
export function returnedBy(days: number): number {
  return gapBins.reduce((sum, { from, successor }, bin) => {
    const passed = (days - from) / (binEnd(bin, horizonDays) - from)
    return sum + successor * Math.min(1, Math.max(0, passed))
  }, 0)
}

/** A figure known by bin at any day: straight between the middles of neighboring bins, so that a day more or less is no step. */
export function gapInterpolated(byBin: Float64Array, days: number): number {
  const bin = binOf(days)
  const middle = middleOf(bin)
  const other = days < middle ? bin - 1 : bin + 1
  const [own, neighbor] = [byBin[bin], other === togetherLevel ? undefined : byBin[other]]
  if (own === undefined || neighbor === undefined) return own ?? 0
  const share = Math.min(1, (days - middle) / (middleOf(other) - middle))
  return own + share * (neighbor - own)
}

function middleOf(bin: number): number {
  return ((gapBins[bin]?.from ?? 0) + binEnd(bin, horizonDays)) / 2
}
