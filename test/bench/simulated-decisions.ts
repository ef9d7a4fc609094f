import { compareText } from '../../server/domain/canonical.ts'
import type { Decision, DecisionBasis } from '../../server/domain/decision.ts'
import { mulberry32 } from '../../server/domain/random.ts'
import type { IsoDate } from '../../server/domain/units.ts'
import type { Rated } from '../../server/rings/score/calibration.ts'
import type { ControllerTruth } from '../../server/rings/truth.ts'

/** A pair that somebody is to decide on, and what is true of it. */
export interface ShownPair {
  readonly a: string
  readonly b: string
  /** As it was shown. */
  readonly probability: number
  readonly same: boolean
}

/** Less probable pairs are no candidates worth a label (−8 bits). */
export const leastShown = 2 ** -8 / (1 + 2 ** -8)
const strata = 10

/**
 * As many pairs as asked for, the same number from each tenth of the candidates by probability, drawn by the seed; only pairs of which the truth knows both
 * shops. Fewer where there are no more. The order of the candidates does not matter.
 */
export function stratifiedPairs(
  candidates: readonly Rated[],
  truth: readonly ControllerTruth[],
  count: number,
  seed: number,
): readonly ShownPair[] {
  const random = mulberry32(seed)
  const sorted = shownPairs(candidates, truth).toSorted(
    (x, y) => x.probability - y.probability || compareText(x.a, y.a) || compareText(x.b, y.b),
  )
  return Array.from({ length: strata }, (_, n) => {
    const [first, end] = [n, n + 1].map((cut) => Math.floor((cut * sorted.length) / strata))
    return sorted
      .slice(first, end)
      .map((pair) => ({ pair, at: random() }))
      .toSorted((x, y) => x.at - y.at)
      .slice(0, Math.ceil(count / strata))
      .map(({ pair }) => pair)
  }).flat()
}

/** Candidates for one controller that could be shown, with the truth of each. */
export function shownPairs(
  candidates: readonly Rated[],
  truth: readonly ControllerTruth[],
): readonly ShownPair[] {
  const controllerOf = new Map(truth.map(({ shop, controller }) => [shop, controller]))
  return candidates.flatMap(({ from, to, kind, probability }): ShownPair[] => {
    const [one, other] = [controllerOf.get(from), controllerOf.get(to)]
    if (kind !== 'same_controller' || probability < leastShown) return []
    if (one === undefined || other === undefined) return []
    const [a = '', b = ''] = [from, to].toSorted(compareText)
    return [{ a, b, probability, same: one === other }]
  })
}

/** Says of every pair what a reviewer does; the seed settles what a reviewer leaves to chance. */
export type Reviewer = (pair: ShownPair, random: () => number) => boolean

/** Finds out, and sees no score. */
export const thorough: Reviewer = ({ same }) => same

const convincing = 0.9
const accepts = 0.95

/** Takes nearly everything that is shown as likely for true, whatever it is, and finds out about the rest. */
export const anchored: Reviewer = ({ probability, same }, random) =>
  probability < convincing ? same : random() < accepts

export function decisionsOf(
  pairs: readonly ShownPair[],
  reviewer: Reviewer,
  { basis, on, seed }: { basis: DecisionBasis; on: IsoDate; seed: number },
): readonly Decision[] {
  const random = mulberry32(seed)
  return pairs.map((pair) => ({
    id: `${basis} ${pair.a} ${pair.b}`,
    a: pair.a,
    b: pair.b,
    verdict: reviewer(pair, random) ? 'same' : 'different',
    basis,
    by: `reviewer, ${basis}`,
    on,
  }))
}
