import { linkMinimum } from '../../../server/jobs/thresholds.ts'
import { type Calibration, calibration } from '../../../server/rings/score/calibration.ts'
import { flattened } from '../figures.ts'
import { type RatedPairs, rateWorld } from '../link-world.ts'
import type { Study } from '../measured-world.ts'
import { type MaybeFigure, printBeside } from '../print-scores.ts'
import { decisionsOf, stratifiedPairs, thorough } from '../simulated-decisions.ts'
import { halvesOf, undecidedPairs } from './halves.ts'

/** The draw only has to be the same for the same world. */
const seed = 1

/**
 * Calibration before any label and after `count` blind decisions on pairs of one half of the controllers, drawn evenly over tenths of the score. Both are told on
 * the pairs of the other half, so that no controller is on both sides: over all candidates, and over those that would be links.
 */
export function decide(count: number): Study {
  return (world) => {
    const { decided, scored } = halvesOf(world)
    const before = undecidedPairs(world)
    const shown = stratifiedPairs(before.candidates, decided, count, seed)
    const decisions = decisionsOf(shown, thorough, { basis: 'blind', on: world.asOf, seed })
    const after = rateWorld({ ...world.evidence, decisions }, { asOf: world.asOf })
    const name = `${world.label}after ${shown.length} decisions, other half: `
    const [own, other] = [after, before].map((rated) => figuresOf(rated, scored))
    const labels = after.model.slopes.labels
    printBeside(name, [{ name: 'labels fitted on', value: labels, unit: 'count' }], {})
    printBeside(name, own ?? [], { before: other ?? [] })
  }
}

function figuresOf(
  { candidates }: RatedPairs,
  scored: Parameters<typeof calibration>[1],
): readonly MaybeFigure[] {
  const links = candidates.filter(({ probability }) => linkMinimum <= probability)
  const over: Readonly<Record<string, Calibration>> = {
    'calibration of candidates': calibration(candidates, scored),
    'calibration of links': calibration(links, scored),
  }
  return Object.entries(over).flatMap(([name, own]) => flattened(name, own))
}
