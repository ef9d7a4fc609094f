import { reliability } from './reliability.ts'
import type { Told } from './told.ts'

export interface Alarm {
  readonly rings: boolean
  /** What left its range. */
  readonly because: readonly ('ece' | 'slope')[]
  readonly labels: number
  readonly ece: number | null
  /** What perfect probabilities would be expected to show on as few labels. */
  readonly eceByChance: number | null
  readonly slope: number | null
}

/** Labels that the alarm looks back on. */
const window = 200
const mostError = 0.03
const leastSlope = 0.8
const mostSlope = 1.25

/**
 * Whether the probabilities given for the last 200 labels, in the order they came, call for a new fit: an expected calibration error more than
 * 0.03 above what chance alone gives on so few (on 200 labels over 15 bins chance gives up to about 0.09, so that the plain error would always
 * ring), or a calibration slope outside 0.8 … 1.25.
 */
export function alarm(told: readonly Told[]): Alarm {
  const recent = told.slice(-window)
  const { ece, eceByChance, slope } = reliability(recent)
  const because: ('ece' | 'slope')[] = []
  if (ece !== null && mostError < ece - (eceByChance ?? 0)) because.push('ece')
  if (slope !== null && (slope < leastSlope || mostSlope < slope)) because.push('slope')
  return { rings: 0 < because.length, because, labels: recent.length, ece, eceByChance, slope }
}
