import type { ControllerTruth } from '../../../server/rings/truth.ts'
import type { RatedPairs } from '../link-world.ts'
import { rateWorld } from '../link-world.ts'
import type { MeasuredWorld } from '../measured-world.ts'
import { halves } from '../sets/sample.ts'

/** Two halves of the controllers: on one decisions are made, on the other is looked what they did. */
export interface Halves {
  readonly decided: readonly ControllerTruth[]
  readonly scored: readonly ControllerTruth[]
}

export function halvesOf({ truth }: MeasuredWorld): Halves {
  const { 'tuned on': decided = [], 'held out': scored = [] } = halves(truth, [])
  const named = (rows: typeof decided) =>
    rows.filter((row): row is ControllerTruth => 'controller' in row)
  return { decided: named(decided), scored: named(scored) }
}

/** The world before anybody decided anything. */
export function undecidedPairs({ evidence, asOf, full }: MeasuredWorld): RatedPairs {
  return evidence.decisions.length === 0
    ? full.rated
    : rateWorld({ ...evidence, decisions: [] }, { asOf })
}
