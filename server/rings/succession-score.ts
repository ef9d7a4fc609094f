import type { Link } from '../domain/link.ts'
import { ratio } from './pair-agreement.ts'
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
}

const eceBins = 15

/** Compares the `came_back_as` links with the true predecessors; null throughout where the truth names none. */
export function successionScore(
  links: readonly Link[],
  truth: readonly ControllerTruth[],
  threshold: number,
): SuccessionScore {
  const controllerOf = new Map(truth.map(({ shop, controller }) => [shop, controller]))
  const predecessorOf = new Map(
    truth.flatMap(({ shop, predecessor }) => (predecessor ? [[shop, predecessor]] : [])),
  )
  if (predecessorOf.size === 0) return nothingKnown
  const returns = links.filter(
    ({ kind, from, to }) =>
      kind === 'came_back_as' && controllerOf.has(from) && controllerOf.has(to),
  )
  const isTrue = ({ from, to }: Link) => predecessorOf.get(to) === from
  const claimed = returns.filter(({ probability }) => threshold <= probability)
  const right = claimed.filter(isTrue).length
  const sisters = claimed.filter(({ from, to }) => controllerOf.get(from) === controllerOf.get(to))
  const told = returns.map(
    (link): Told => ({ probability: link.probability, came: isTrue(link) ? 1 : 0 }),
  )
  return {
    precision: ratio(right, claimed.length),
    recall: ratio(right, predecessorOf.size),
    sameController: ratio(sisters.length, claimed.length),
    brier: ratio(
      told.reduce((sum, { probability, came }) => sum + (probability - came) ** 2, 0),
      told.length,
    ),
    ece: calibrationError(told),
    top1: ratio(rightFirst(returns, predecessorOf), new Set(predecessorOf.values()).size),
  }
}

const nothingKnown: SuccessionScore = {
  precision: null,
  recall: null,
  sameController: null,
  brier: null,
  ece: null,
  top1: null,
}

interface Told {
  readonly probability: number
  /** 1 when it is the true return. */
  readonly came: 0 | 1
}

function calibrationError(told: readonly Told[]): number | null {
  const sorted = told.toSorted((a, b) => a.probability - b.probability)
  const errors = Array.from({ length: eceBins }, (_, bin) => {
    const own = sorted.slice(
      Math.floor((bin * sorted.length) / eceBins),
      Math.floor(((bin + 1) * sorted.length) / eceBins),
    )
    return Math.abs(own.reduce((sum, { probability, came }) => sum + probability - came, 0))
  })
  return ratio(
    errors.reduce((sum, error) => sum + error, 0),
    told.length,
  )
}

/** How many closed shops have the true return as their likeliest. */
function rightFirst(returns: readonly Link[], predecessorOf: ReadonlyMap<string, string>): number {
  const likeliest = new Map<string, Link>()
  for (const link of returns) {
    if ((likeliest.get(link.from)?.probability ?? 0) < link.probability)
      likeliest.set(link.from, link)
  }
  return [...likeliest.values()].filter(({ from, to }) => predecessorOf.get(to) === from).length
}
