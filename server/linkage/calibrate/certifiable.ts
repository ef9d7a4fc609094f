import { compareText } from '../../domain/canonical.ts'
import type { Decision, DecisionBasis } from '../../domain/decision.ts'
import type { IsoDate } from '../../domain/units.ts'
import { agreedVerdict, standingDecisions } from '../decisions.ts'

/** A pair that can certify a probability. */
export interface CertifiedPair {
  readonly a: string
  readonly b: string
  readonly same: boolean
  /** Day of the latest decision on it. */
  readonly on: IsoDate
}

/** Decisions made with the score in view follow the score, so they would certify whatever it says. */
const certifying: ReadonlySet<DecisionBasis> = new Set(['ground_truth', 'blind'])

/**
 * The pairs on which calibration may be fitted and reported, sorted by key. `reviewed` decisions are as if they had not been made: they neither
 * add a pair nor take one away. Of the others the latest of each person counts, and a pair on which people disagree tells nothing.
 */
export function certifiable(decisions: readonly Decision[]): readonly CertifiedPair[] {
  const standing = standingDecisions(decisions.filter(({ basis }) => certifying.has(basis)))
  return [...standing.values()]
    .flatMap((own) => {
      const [first] = own
      const verdict = agreedVerdict(own)
      if (first === undefined || verdict === undefined) return []
      const [a = '', b = ''] = [first.a, first.b].toSorted(compareText)
      const on = own.map((one) => one.on).reduce((x, y) => (x < y ? y : x))
      return [{ a, b, same: verdict === 'same', on }]
    })
    .toSorted((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b))
}
