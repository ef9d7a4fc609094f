import { compareText } from '../../domain/canonical.ts'
import { ratio } from '../pair-agreement.ts'
import type { ControllerTruth } from '../truth.ts'
import type { Rated } from './calibration.ts'

/** What the links at or above the threshold claim: pairs of shops with one controller, each counted once whatever kinds of link join it. */
export interface Claims {
  readonly pairs: number
  /** Pairs of two controllers among them. */
  readonly false: number
  /** Share of the pairs that stay with one controller. */
  readonly right: number | null
  /** False pairs that touch a shop whose controller never came back, per 10,000 such shops. */
  readonly falsePer10000Honest: number | null
  /** Sorted by trap. */
  readonly byTrap: readonly TrapClaims[]
}

/** What became of the shops of one trap; a shop can stand in several. A pair counts here when either of its shops does. */
export interface TrapClaims {
  readonly trap: string
  readonly shops: number
  readonly pairs: number
  readonly false: number
  /** False among the claimed pairs. */
  readonly falseShare: number | null
  /** Share of the trap's shops with one false pair or more. */
  readonly shopsCaught: number | null
}

interface Claim {
  readonly ends: readonly ControllerTruth[]
  readonly right: boolean
}

/** Links to shops that the truth does not name count nowhere, nor does `shares_supply`, which claims no controller. */
export function claimsOf(
  links: readonly Rated[],
  truth: readonly ControllerTruth[],
  threshold: number,
): Claims {
  const claims = claimedPairs(links, truth, threshold)
  const wrong = claims.filter(({ right }) => !right)
  const returning = new Set(
    truth.flatMap(({ predecessor, controller }) => (predecessor === undefined ? [] : [controller])),
  )
  const honest = (one: ControllerTruth) => !returning.has(one.controller)
  const touching = wrong.filter(({ ends }) => ends.some(honest)).length
  const share = ratio(touching, truth.filter(honest).length)
  return {
    pairs: claims.length,
    false: wrong.length,
    right: ratio(claims.length - wrong.length, claims.length),
    falsePer10000Honest: share === null ? null : 10_000 * share,
    byTrap: trapsOf(truth).map((trap) => trapClaims(trap, claims, truth)),
  }
}

function claimedPairs(
  links: readonly Rated[],
  truth: readonly ControllerTruth[],
  threshold: number,
): readonly Claim[] {
  const known = new Map(truth.map((one) => [one.shop, one]))
  const claims = new Map<string, Claim>()
  for (const { from, to, kind, probability } of links) {
    if (kind === 'shares_supply' || probability < threshold) continue
    const [a, b] = [known.get(from), known.get(to)]
    if (a === undefined || b === undefined) continue
    const pair = JSON.stringify([from, to].toSorted(compareText))
    claims.set(pair, { ends: [a, b], right: a.controller === b.controller })
  }
  return [...claims.values()]
}

function trapsOf(truth: readonly ControllerTruth[]): readonly string[] {
  const traps = new Set(truth.flatMap(({ traps = [] }) => traps))
  return [...traps].toSorted(compareText)
}

function trapClaims(
  trap: string,
  claims: readonly Claim[],
  truth: readonly ControllerTruth[],
): TrapClaims {
  const inTrap = ({ traps = [] }: ControllerTruth) => traps.includes(trap)
  const own = claims.filter(({ ends }) => ends.some(inTrap))
  const wrong = own.filter(({ right }) => !right)
  const shops = truth.filter(inTrap).length
  const caught = wrong.flatMap(({ ends }) => ends.filter(inTrap))
  return {
    trap,
    shops,
    pairs: own.length,
    false: wrong.length,
    falseShare: ratio(wrong.length, own.length),
    shopsCaught: ratio(new Set(caught).size, shops),
  }
}
