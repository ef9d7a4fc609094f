import type { Link, LinkKind } from '../../domain/link.ts'
import { type Reliability, reliability } from '../../linkage/calibrate/reliability.ts'
import type { Told } from '../../linkage/calibrate/told.ts'
import type { ControllerTruth } from '../truth.ts'

/** A pair with the probability that it was given; a link, or a candidate that became none. */
export type Rated = Pick<Link, 'from' | 'to' | 'kind' | 'probability'>

/** How far the probabilities of each kind of link can be taken at their word. */
export interface Calibration {
  /** Against the true returns. */
  readonly cameBackAs: Reliability
  /** Against the true controllers. */
  readonly sameController: Reliability
}

/** Over the rated pairs of which the truth knows both shops. Returns are rated only where the truth names any. */
export function calibration(
  rated: readonly Rated[],
  truth: readonly ControllerTruth[],
): Calibration {
  return {
    cameBackAs: reliability(toldReturns(rated, truth)),
    sameController: reliability(toldControllers(rated, truth)),
  }
}

/** Returns with whether each is a true one. */
export function toldReturns(
  rated: readonly Rated[],
  truth: readonly ControllerTruth[],
): readonly Told[] {
  const predecessorOf = new Map(truth.map(({ shop, predecessor }) => [shop, predecessor]))
  if (![...predecessorOf.values()].some((predecessor) => predecessor !== undefined)) return []
  return ofKind('came_back_as', rated, predecessorOf).map(({ from, to, probability }) => ({
    probability,
    came: predecessorOf.get(to) === from ? 1 : 0,
  }))
}

function toldControllers(
  rated: readonly Rated[],
  truth: readonly ControllerTruth[],
): readonly Told[] {
  const controllerOf = new Map(truth.map(({ shop, controller }) => [shop, controller]))
  return ofKind('same_controller', rated, controllerOf).map(({ from, to, probability }) => ({
    probability,
    came: controllerOf.get(from) === controllerOf.get(to) ? 1 : 0,
  }))
}

function ofKind(
  wanted: LinkKind,
  rated: readonly Rated[],
  known: ReadonlyMap<string, unknown>,
): readonly Rated[] {
  return rated.filter(({ kind, from, to }) => kind === wanted && known.has(from) && known.has(to))
}
