import { compareText } from '../../domain/canonical.ts'
import type { IsoDate } from '../../domain/units.ts'
import type { NamedLabels } from './hold-out.ts'
import { reliability } from './reliability.ts'
import type { Told } from './told.ts'

/** How far probabilities came true on what was decided last. */
export interface LatestReliability {
  readonly n: number
  /** Day of the first of these decisions. */
  readonly since: IsoDate
  readonly ece: number | null
  readonly eceByChance: number | null
  readonly slope: number | null
  /** False when the market is no longer as the weights have it. */
  readonly holds: boolean
}

/** So many are looked at, when half as many again were decided before them. */
const latest = 200
const earlier = 100

/** What the error may be beyond what so few labels show by chance, and what the slope may be; a calibrated engine raises the alarm once in twenty times or less. */
const mostError = 0.035
const slopes = { least: 0.7, most: 1.45 } as const

/**
 * The reliability of the latest decisions alone, held out as all are: sellers learn, so that probabilities which came true for years stop doing so, and the
 * earlier labels hide it. Undefined where too few were decided to tell the one from the other. `told` by label.
 */
export function latestReliability(
  { pairs }: Pick<NamedLabels, 'pairs'>,
  told: readonly Told[],
): LatestReliability | undefined {
  if (told.length < latest + earlier) return undefined
  const order = pairs
    .map(({ a, b, on }, label) => ({ a, b, on, label }))
    .toSorted((x, y) => compareText(y.on, x.on) || compareText(x.a, y.a) || compareText(x.b, y.b))
  const own = order.slice(0, latest)
  const { n, ece, eceByChance, slope } = reliability(own.flatMap(({ label }) => told[label] ?? []))
  const isOff = ece !== null && eceByChance !== null && mostError < ece - eceByChance
  const isSkewed = slope !== null && (slope < slopes.least || slopes.most < slope)
  const since = own.at(-1)?.on as IsoDate
  return { n, since, ece, eceByChance, slope, holds: !isOff && !isSkewed }
}
