import { compareText } from '../../domain/canonical.ts'
import type { Link } from '../../domain/link.ts'
import type { Probability } from '../../domain/units.ts'
import { agreedVerdict, stepsOf } from '../steps.ts'

/** Links of one run, all or those that touch some shops, and the threshold at which they held rings together. */
export interface LinksOfRun {
  readonly links: readonly Link[]
  readonly threshold: number
}

/** What a run says of two shops. `a` < `b`. */
export interface PairOfRun {
  readonly a: string
  readonly b: string
  /** Of its surest link that speaks of control. */
  readonly probability: Probability
  /** What people agree on. */
  readonly verdict: 'same' | 'different' | undefined
  /** True where it could hold a ring together. */
  readonly holds: boolean
}

/** By the two shops, see {@link pairName}; pairs that only share supply are none. */
export function pairsOfRun({ links, threshold }: LinksOfRun): ReadonlyMap<string, PairOfRun> {
  const holding = new Set(stepsOf(links, threshold).map(({ a, b }) => pairName(a, b)))
  const pairs = new Map<string, PairOfRun>()
  for (const { from, to, kind, probability, ledger } of links) {
    if (kind === 'shares_supply' || from === to) continue
    const name = pairName(from, to)
    const known = pairs.get(name)
    if (known !== undefined && probability <= known.probability) continue
    const [a, b] = compareText(from, to) < 0 ? [from, to] : [to, from]
    const verdict = known?.verdict ?? agreedVerdict(ledger.decisions)
    pairs.set(name, { a, b, probability, verdict, holds: holding.has(name) })
  }
  return pairs
}

/** One text for two shops in either order. */
export function pairName(a: string, b: string): string {
  return compareText(a, b) < 0 ? `${a}\0${b}` : `${b}\0${a}`
}
