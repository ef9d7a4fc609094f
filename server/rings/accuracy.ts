import type { Ring } from '../domain/ring.ts'
import { type Agreement, pairAgreement } from './pair-agreement.ts'
import { type Calibration, calibration, type Rated } from './score/calibration.ts'
import { type Claims, claimsOf } from './score/claims.ts'
import { tiedShare } from './score/ties.ts'
import { type SuccessionScore, successionScore } from './succession-score.ts'
import type { ControllerTruth, PairTruth, Truth } from './truth.ts'

/** How a run compares with the truth; a figure is null where the truth does not speak of it, or where nothing was claimed. */
export interface Score {
  readonly threshold: number
  /** All pairs of shops placed in one ring against all pairs with one controller. */
  readonly pairs: Agreement
  readonly bCubed: Agreement
  readonly succession: SuccessionScore
  readonly claims: Claims
  readonly calibration: Calibration
  /** Share of the 1,000 most probable links of a kind that tie with another. */
  readonly ties: { readonly cameBackAs: number | null; readonly sameController: number | null }
  /** Shops in the largest ring, and of the controller with most shops. */
  readonly rings: { readonly largest: number; readonly largestTrue: number | null }
}

/** Which shops a ring holds. */
export interface PlacedRing extends Pick<Ring, 'id' | 'size'> {
  readonly members: readonly Pick<Ring['members'][number], 'shop'>[]
}

export interface Measured {
  readonly links: readonly Rated[]
  readonly rings: readonly PlacedRing[]
  readonly truth: readonly Truth[]
  /** Links at or above it count as claimed. */
  readonly threshold: number
  /** All pairs that were weighed, those that became no link included: calibration is then over them, and the likeliest return is sought among them. */
  readonly candidates?: readonly Rated[] | undefined
}

/** Compares links and rings with the truth. Shops that the truth does not name count nowhere; shops in no ring stand alone. */
export function measure({ links, rings, truth, threshold, candidates = links }: Measured): Score {
  const shops = truth.filter((row): row is ControllerTruth => 'controller' in row)
  const labelled = truth.filter((row): row is PairTruth => 'same' in row)
  const ringOf = new Map(rings.flatMap(({ id, members }) => members.map(({ shop }) => [shop, id])))
  const { pairs, bCubed } = pairAgreement(shops, labelled, ringOf)
  const controllers = sizes(shops)
  return {
    threshold,
    pairs,
    bCubed,
    succession: successionScore(links, shops, threshold, candidates),
    claims: claimsOf(links, shops, threshold),
    calibration: calibration(candidates, shops),
    ties: {
      cameBackAs: tiedShare(links, 'came_back_as'),
      sameController: tiedShare(links, 'same_controller'),
    },
    rings: {
      largest: largestOf(rings.map(({ size }) => size)),
      largestTrue: shops.length === 0 ? null : largestOf(controllers.values()),
    },
  }
}

function sizes(shops: readonly ControllerTruth[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const { controller } of shops) count.set(controller, (count.get(controller) ?? 0) + 1)
  return count
}

/** Of none it is 0. A large store has more rings, and its truth more controllers, than a call takes arguments. */
function largestOf(sizes: Iterable<number>): number {
  let largest = 0
  for (const size of sizes) largest = Math.max(largest, size)
  return largest
}
