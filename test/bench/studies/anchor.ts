import type { Decision } from '../../../server/domain/decision.ts'
import { probabilityToBits } from '../../../server/domain/units.ts'
import { certifiable } from '../../../server/linkage/calibrate/certifiable.ts'
import { heldOut } from '../../../server/linkage/calibrate/hold-out.ts'
import { type Reliability, reliability } from '../../../server/linkage/calibrate/reliability.ts'
import { usualSlopes } from '../../../server/linkage/slopes.ts'
import { type RatedPairs, rateWorld } from '../link-world.ts'
import type { MeasuredWorld } from '../measured-world.ts'
import { type MaybeFigure, printBeside } from '../print-scores.ts'
import {
  anchored,
  decisionsOf,
  type ShownPair,
  shownPairs,
  stratifiedPairs,
  thorough,
} from '../simulated-decisions.ts'
import { stratumWeights } from '../stratum-weights.ts'
import { halvesOf, undecidedPairs } from './halves.ts'

/** Pairs that each team decides on. */
const labels = 300
const folds = 5
/** One slope for all channels, around "as learnt". */
const belief = { mean: 1, meanSpread: 0.2, spread: 0.15, offsetSpread: 2 }
const seed = 2

/**
 * What reviewers do to the figures who saw the score and took 95 % of what was shown at 0.9 or above for true, whatever it is: what the product would report of its
 * own calibration, from the decisions that may certify it, against what is true on the other half of the controllers. Reported must not be better than true, but for
 * chance. Beside it what a product would report that took reviewed decisions for labels.
 */
export function anchor(world: MeasuredWorld): void {
  const { decided, scored } = halvesOf(world)
  const before = undecidedPairs(world)
  const drawn = stratifiedPairs(before.candidates, decided, 2 * labels, seed)
  const [even, odd] = [0, 1].map((rest) => drawn.filter((_, n) => n % 2 === rest))
  const on = world.asOf
  const undecided = { ...world.evidence, decisions: [] }
  const reviewed = decisionsOf(even ?? [], anchored, { basis: 'reviewed', on, seed })
  const blind = decisionsOf(odd ?? [], thorough, { basis: 'blind', on, seed })
  const teams = {
    'reviewers who see the score': reviewed,
    'reviewers who see it and some who do not': [...reviewed, ...blind],
    'reviewers who do not see it': blind,
  }
  for (const [team, decisions] of Object.entries(teams)) {
    const after = rateWorld({ ...world.evidence, decisions }, { asOf: on })
    const unchecked = { ...after.model, slopes: usualSlopes }
    const told = rateWorld(undecided, { asOf: on, model: unchecked })
    const trusting = decisions.map((own): Decision => ({ ...own, basis: 'blind' }))
    printBeside(
      `${world.label}${team}: `,
      [
        { name: 'labels fitted on', value: after.model.slopes.labels, unit: 'count' },
        ...eceOf('reported', reported(told, decided, decisions)),
        ...eceOf('reported if all counted', reported(told, decided, trusting)),
        ...eceOf('true', reliability(toldOf(shownPairs(after.candidates, scored)))),
      ],
      {},
    )
  }
}

function eceOf(name: string, { n, ece, eceByChance, slope }: Reliability): readonly MaybeFigure[] {
  return [
    { name: `${name}: pairs`, value: n, unit: 'pairs' },
    { name: `${name}: ece`, value: ece, unit: 'error' },
    { name: `${name}: eceByChance`, value: eceByChance, unit: 'error' },
    { name: `${name}: slope`, value: slope, unit: 'ratio' },
  ]
}

/**
 * Over the decisions that may certify, each told by a fit that saw neither controller, weighed by how rare its score is among them. `candidates` are told by weights
 * that the decisions taught, before any fit.
 */
function reported(
  { candidates, model }: RatedPairs,
  truth: Parameters<typeof shownPairs>[1],
  decisions: readonly Decision[],
): Reliability {
  const shown = shownPairs(candidates, truth)
  const bitsOf = new Map(shown.map((pair) => [keyOf(pair), bitsOfPair(pair)]))
  const told = certifiable(decisions).flatMap((pair) => {
    const bits = bitsOf.get(keyOf(pair))
    return bits === undefined ? [] : [{ ...pair, bits }]
  })
  const bits = Float64Array.from(told, (label) => label.bits - model.prior)
  const all = Float64Array.from(shown, (pair) => bitsOfPair(pair) - model.prior)
  return reliability(
    heldOut(
      {
        pairs: told,
        bits,
        channels: 1,
        outcomes: Uint8Array.from(told, ({ same }) => (same ? 1 : 0)),
        weights: stratumWeights(all, bits),
        priorBits: model.prior,
      },
      belief,
      folds,
    ),
  )
}

function bitsOfPair({ probability }: ShownPair): number {
  return probabilityToBits(Math.min(1 - 1e-12, probability))
}

function keyOf({ a, b }: { readonly a: string; readonly b: string }): string {
  return JSON.stringify([a, b])
}

function toldOf(pairs: readonly ShownPair[]) {
  return pairs.map(({ probability, same }) => ({ probability, came: same ? 1 : 0 }) as const)
}
