import { channels } from '../../../server/domain/link.ts'
import type { Ring } from '../../../server/domain/ring.ts'
import { ringThreshold } from '../../../server/jobs/thresholds.ts'
import { pairAgreement } from '../../../server/rings/pair-agreement.ts'
import type { Rated } from '../../../server/rings/score/calibration.ts'
import { successionScore } from '../../../server/rings/succession-score.ts'
import type { ControllerTruth } from '../../../server/rings/truth.ts'
import { linkWorld } from '../link-world.ts'
import type { MeasuredWorld } from '../measured-world.ts'
import { type MaybeFigure, printBeside } from '../print-scores.ts'
import { closureRings } from './closure.ts'

/** Exact matches that are followed to the end. */
const closures = [
  ['phone', 'email'],
  ['phone', 'email', 'account', 'id_number'],
] as const

/**
 * The same world with each channel off in turn, its weights learnt without it; with a return told wherever one controller is, as if it had no rivals; and
 * with exact matches followed to the end instead of probabilities. Beside each figure that of the whole engine.
 */
export function ablate({ label, evidence, asOf, truth, full }: MeasuredWorld): void {
  const whole = [...successionFigures(full.links, truth), ...ringFigures(full.rings, truth)]
  const tell = (name: string, figures: readonly MaybeFigure[]) =>
    printBeside(`${label}${name}: `, figures, { full: whole })
  tell('full', whole)
  for (const without of channels) {
    const { links, rings } = linkWorld(evidence, { asOf, without })
    tell(`without ${without}`, [...successionFigures(links, truth), ...ringFigures(rings, truth)])
  }
  tell('returns without rivals', successionFigures(full.rated.withoutRivals, truth))
  for (const joiners of closures)
    tell(`closure by ${joiners.join(', ')}`, ringFigures(closureRings(evidence, joiners), truth))
}

function successionFigures(
  links: readonly Rated[],
  truth: readonly ControllerTruth[],
): readonly MaybeFigure[] {
  const { precision, recall } = successionScore(links, truth, ringThreshold)
  return [
    { name: 'succession precision', value: precision, unit: 'share' },
    { name: 'succession recall', value: recall, unit: 'share' },
  ]
}

function ringFigures(
  rings: readonly Ring[],
  truth: readonly ControllerTruth[],
): readonly MaybeFigure[] {
  const ringOf = new Map(rings.flatMap(({ id, members }) => members.map(({ shop }) => [shop, id])))
  const { pairs, bCubed } = pairAgreement(truth, [], ringOf)
  const largest = Math.max(0, ...rings.map(({ size }) => size))
  return [
    { name: 'pairs precision', value: pairs.precision, unit: 'share' },
    { name: 'pairs recall', value: pairs.recall, unit: 'share' },
    { name: 'pairs f1', value: pairs.f1, unit: 'share' },
    { name: 'bCubed f1', value: bCubed.f1, unit: 'share' },
    { name: 'largest ring', value: largest, unit: 'shops' },
  ]
}
