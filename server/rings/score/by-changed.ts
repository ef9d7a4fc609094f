import { ratio } from '../pair-agreement.ts'
import type { ControllerTruth } from '../truth.ts'
import type { Rated } from './calibration.ts'

/** How many of the true returns that changed so much are found. */
export interface RecallByChanged {
  /** How many identifiers the return changed; `4+` is four or more. */
  readonly changed: '0' | '1' | '2' | '3' | '4+'
  readonly returns: number
  /** Share claimed as the return. */
  readonly recall: number | null
  /** Share of which at least "one controller" is claimed. */
  readonly sameController: number | null
}

const groups = ['0', '1', '2', '3', '4+'] as const

/** At or above the threshold. Empty where the truth writes down for no return what it changed. */
export function recallByChanged(
  links: readonly Rated[],
  truth: readonly ControllerTruth[],
  threshold: number,
): readonly RecallByChanged[] {
  const returns = truth.flatMap(({ shop, predecessor, changed }) =>
    predecessor === undefined || changed === undefined
      ? []
      : [{ pair: pairOf(predecessor, shop), changed: Math.min(4, changed.length) }],
  )
  if (returns.length === 0) return []
  const claimed = links.filter(({ probability }) => threshold <= probability)
  const cameBack = new Set(
    claimed.flatMap(({ kind, from, to }) => (kind === 'came_back_as' ? [pairOf(from, to)] : [])),
  )
  const joined = new Set(
    claimed.flatMap(({ kind, from, to }) =>
      kind === 'shares_supply' ? [] : [pairOf(from, to), pairOf(to, from)],
    ),
  )
  return groups.map((changed, count) => {
    const own = returns.filter((one) => one.changed === count)
    const share = (found: ReadonlySet<string>) =>
      ratio(own.filter(({ pair }) => found.has(pair)).length, own.length)
    return {
      changed,
      returns: own.length,
      recall: share(cameBack),
      sameController: share(joined),
    }
  })
}

function pairOf(from: string, to: string): string {
  return JSON.stringify([from, to])
}
