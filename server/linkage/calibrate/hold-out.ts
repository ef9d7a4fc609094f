import { bitsToProbability, type IsoDate } from '../../domain/units.ts'
import { controllerCeiling, underCeiling } from '../ceiling.ts'
import {
  calibratedBits,
  fitSlopes,
  type SlopeFit,
  type SlopeLabels,
  type SlopePrior,
} from './fit-slopes.ts'
import { foldsOf } from './folds.ts'
import type { Told } from './told.ts'

/** Slope labels with the two shops of each and the day of the decision, by label. */
export interface NamedLabels extends SlopeLabels {
  /** By label, the log-odds that a third shop makes of the pair: nothing is fitted on such, as they were decided by more than what the two have in common. NaN where none ties it; all when absent. */
  readonly thirds?: Float64Array
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly on: IsoDate }[]
}

/**
 * What the fit would have said of each label had it seen no label of either controller: held out by controller, never by pair. Controllers are
 * dealt into `folds` folds; a pair within a fold is told by the fit on the pairs that do not touch the fold, a pair across two folds by the fit
 * on those that touch neither. So no pair is dropped (dropping those across folds would leave mostly pairs of one controller, and
 * another base rate), at folds · (folds + 1) / 2 fits. In the order of the labels.
 */
export function heldOut(labels: NamedLabels, prior: SlopePrior, folds: number): readonly Told[] {
  const foldPairs = foldsOf(
    labels.pairs.map((pair, label) => ({ ...pair, same: labels.outcomes[label] === 1 })),
    folds,
  )
  const byFolds = new Map<string, number[]>()
  for (const [label, pair] of foldPairs.entries()) {
    const key = pair.join(' ')
    byFolds.set(key, [...(byFolds.get(key) ?? []), label])
  }
  const told: Told[] = []
  for (const own of byFolds.values()) {
    const out: readonly number[] = foldPairs[own[0] ?? 0] ?? []
    const others = [...foldPairs.keys()].filter(
      (label) => foldPairs[label]?.every((fold) => !out.includes(fold)) === true,
    )
    const fit = fitSlopes(untiedLabels(labels, others), prior)
    for (const label of own) {
      const bits = toldBits(fit, labels, label)
      told[label] = {
        probability: bitsToProbability(bits),
        came: labels.outcomes[label] === 1 ? 1 : 0,
        weight: labels.weights[label] ?? 0,
      }
    }
  }
  return told
}

/** Of these labels those that no third shop ties, to be fitted on. */
export function untiedLabels(labels: NamedLabels, rows: readonly number[]): SlopeLabels {
  return chosen(
    labels,
    rows.filter((row) => Number.isNaN(thirdOf(labels, row))),
  )
}

function toldBits(fit: SlopeFit, labels: NamedLabels, label: number): number {
  const own = calibratedBits(fit, labels.priorBits, labels.bits, label)
  const bits = underCeiling(controllerCeiling, own)
  const third = thirdOf(labels, label)
  return Number.isNaN(third) ? bits + (labels.offsets?.[label] ?? 0) : Math.max(bits, third)
}

function thirdOf({ thirds }: NamedLabels, label: number): number {
  return thirds?.[label] ?? Number.NaN
}

function chosen(labels: SlopeLabels, rows: readonly number[]): SlopeLabels {
  const { channels } = labels
  const bits = new Float64Array(rows.length * channels)
  for (const [n, row] of rows.entries())
    bits.set(labels.bits.subarray(row * channels, (row + 1) * channels), n * channels)
  return {
    ...labels,
    bits,
    outcomes: Uint8Array.from(rows, (row) => labels.outcomes[row] ?? 0),
    offsets: Float64Array.from(rows, (row) => labels.offsets?.[row] ?? 0),
    weights: Float64Array.from(rows, (row) => labels.weights[row] ?? 0),
  }
}
