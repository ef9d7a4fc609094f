import { compareText } from '../../domain/canonical.ts'
import { ratio } from '../pair-agreement.ts'
import type { ControllerTruth } from '../truth.ts'
import type { Rated } from './calibration.ts'

/** Shops that one and the same thing makes look alike: the holders of one franchise, the senders from one parcel hub. */
export interface TrapGroup {
  readonly trap: string
  /** Keys of shops, each once. */
  readonly shops: readonly string[]
}

/** What became of all pairs of strangers that a kind of trap makes, told or not. */
export interface TrapPairs {
  readonly trap: string
  /** Pairs of two controllers in one group. */
  readonly pairs: number
  /** Of them, those of which one controller is claimed. */
  readonly false: number
  readonly share: number | null
}

/**
 * Counts the pairs of every trap and those that the links at or above the threshold take for one controller's, by trap, sorted. A shop may be in groups of
 * several traps, and a pair then counts for each; of one trap it should be in one group, as a pair that is in two is made twice.
 */
export function trapPairs(
  groups: readonly TrapGroup[],
  links: readonly Rated[],
  truth: readonly ControllerTruth[],
  threshold: number,
): readonly TrapPairs[] {
  const controllerOf = new Map(truth.map(({ shop, controller }) => [shop, controller]))
  const wrong = wrongPairs(links, controllerOf, threshold)
  const traps = [...new Set(groups.map(({ trap }) => trap))].toSorted(compareText)
  return traps.map((trap) => {
    const own = groups.filter((group) => group.trap === trap)
    const pairs = own.reduce((sum, { shops }) => sum + strangersIn(shops, controllerOf), 0)
    const groupsOf = groupsByShop(own)
    const told = wrong.filter(([a, b]) =>
      groupsOf.get(a)?.some((group) => groupsOf.get(b)?.includes(group)),
    ).length
    return { trap, pairs, false: told, share: ratio(told, pairs) }
  })
}

/** Each claimed pair of two controllers once, whatever kinds of link claim it. */
function wrongPairs(
  links: readonly Rated[],
  controllerOf: ReadonlyMap<string, string>,
  threshold: number,
): readonly (readonly [string, string])[] {
  const wrong = new Map<string, readonly [string, string]>()
  for (const { from, to, kind, probability } of links) {
    if (kind === 'shares_supply' || probability < threshold) continue
    const [one, other] = [controllerOf.get(from), controllerOf.get(to)]
    if (one === undefined || other === undefined || one === other) continue
    wrong.set(JSON.stringify([from, to].toSorted(compareText)), [from, to])
  }
  return [...wrong.values()]
}

/** Pairs of shops that the truth knows, less those of one controller. */
function strangersIn(shops: readonly string[], controllerOf: ReadonlyMap<string, string>): number {
  const controllers = shops.flatMap((shop) => controllerOf.get(shop) ?? [])
  const sizes = new Map<string, number>()
  for (const own of controllers) sizes.set(own, (sizes.get(own) ?? 0) + 1)
  const ofOne = [...sizes.values()].reduce((sum, size) => sum + pairsOf(size), 0)
  return pairsOf(controllers.length) - ofOne
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2
}

function groupsByShop(groups: readonly TrapGroup[]): ReadonlyMap<string, readonly number[]> {
  const groupsOf = new Map<string, number[]>()
  for (const [group, { shops }] of groups.entries()) {
    for (const shop of shops) groupsOf.set(shop, [...(groupsOf.get(shop) ?? []), group])
  }
  return groupsOf
}
