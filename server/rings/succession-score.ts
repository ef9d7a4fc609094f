import { reliability } from '../linkage/calibrate/reliability.ts'
import { ratio } from './pair-agreement.ts'
import { type RecallByChanged, recallByChanged } from './score/by-changed.ts'
import { type Rated, toldReturns } from './score/calibration.ts'
import type { ControllerTruth } from './truth.ts'

export interface SuccessionScore {
  /** Share of the claimed returns that name the shop's true predecessor. */
  readonly precision: number | null
  /** Share of the true returns that are claimed. */
  readonly recall: number | null
  /** Share of the claimed returns whose two shops have one controller, be they neighbours in the chain or not. */
  readonly sameController: number | null
  /** Mean squared error of the probabilities of the returns that the links tell; what they leave out is the business of recall. */
  readonly brier: number | null
  /** Expected calibration error over fifteen bins of equal size, of the same returns. */
  readonly ece: number | null
  /** Share of the shops that truly came back whose likeliest return is the true one. */
  readonly top1: number | null
  /** Share of the shops that truly came back whose likeliest return is a shop of the same controller. */
  readonly top1SameController: number | null
  /** Recall by how many identifiers the return changed; empty where the truth does not say. */
  readonly byChanged: readonly RecallByChanged[]
}

/**
 * Compares the `came_back_as` links with the true predecessors; null throughout where the truth names none. The likeliest return is sought among all
 * `candidates`, however improbable.
 */
export function successionScore(
  links: readonly Rated[],
  truth: readonly ControllerTruth[],
  threshold: number,
  candidates: readonly Rated[] = links,
): SuccessionScore {
  const controllerOf = new Map(truth.map(({ shop, controller }) => [shop, controller]))
  const predecessorOf = new Map(
    truth.flatMap(({ shop, predecessor }) => (predecessor ? [[shop, predecessor]] : [])),
  )
  if (predecessorOf.size === 0) return nothingKnown
  const isReturn = ({ kind, from, to }: Rated) =>
    kind === 'came_back_as' && controllerOf.has(from) && controllerOf.has(to)
  const isTrue = ({ from, to }: Rated) => predecessorOf.get(to) === from
  const isSister = ({ from, to }: Rated) => controllerOf.get(from) === controllerOf.get(to)
  const returns = links.filter(isReturn)
  const claimed = returns.filter(({ probability }) => threshold <= probability)
  const right = claimed.filter(isTrue).length
  const cameBack = new Set(predecessorOf.values())
  const likeliest = likeliestReturns(candidates.filter(isReturn)).filter(({ from }) =>
    cameBack.has(from),
  )
  const { brier, ece } = reliability(toldReturns(links, truth))
  return {
    precision: ratio(right, claimed.length),
    recall: ratio(right, predecessorOf.size),
    sameController: ratio(claimed.filter(isSister).length, claimed.length),
    brier,
    ece,
    top1: ratio(likeliest.filter(isTrue).length, cameBack.size),
    top1SameController: ratio(likeliest.filter(isSister).length, cameBack.size),
    byChanged: recallByChanged(links, truth, threshold),
  }
}

const nothingKnown: SuccessionScore = {
  precision: null,
  recall: null,
  sameController: null,
  brier: null,
  ece: null,
  top1: null,
  top1SameController: null,
  byChanged: [],
}

/** The most probable return of every closed shop that has one. */
function likeliestReturns(returns: readonly Rated[]): readonly Rated[] {
  const likeliest = new Map<string, Rated>()
  for (const link of returns) {
    if ((likeliest.get(link.from)?.probability ?? 0) < link.probability)
      likeliest.set(link.from, link)
  }
  return [...likeliest.values()]
}
