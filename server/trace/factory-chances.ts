import type { SupplyClue } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { Probability } from '../domain/units.ts'
import type { Clue } from './clue.ts'
import { clueWeights } from './clue-weights.ts'

/** How probable one of several factories is, and why. */
export interface Chance {
  readonly probability: Probability
  readonly ledger: SupplyClue[]
}

/**
 * Shares one certainty among the factories of a ring and one that no record leads to: p = 2^s ÷ (1 + Σ 2^s), where s is the sum of a factory's bits and the
 * unknown factory has none. What the factories leave of 1 is the unknown one's.
 *
 * @param clues by factory
 */
export function factoryChances(
  clues: ReadonlyMap<string, readonly Clue[]>,
): ReadonlyMap<string, Chance> {
  const ledgers = [...clues]
    .toSorted(([x], [y]) => compareText(x, y))
    .map(([target, own]) => ({ target, ledger: ledgerOf(own) }))
  const odds = ledgers.map(({ ledger }) => 2 ** ledger.reduce((sum, { bits }) => sum + bits, 0))
  const all = odds.reduce((sum, own) => sum + own, 1)
  return new Map(
    ledgers.map(({ target, ledger }, place) => [
      target,
      { probability: ((odds[place] ?? 0) / all) as Probability, ledger },
    ]),
  )
}

function ledgerOf(clues: readonly Clue[]): SupplyClue[] {
  const lines = clues.map(
    ({ says, amount, count, records }): SupplyClue => ({
      says,
      bits: amount * clueWeights[says],
      ...(0 < count && { count }),
      records: [...records],
    }),
  )
  const told = lines
    .filter(({ bits }) => bits !== 0)
    .toSorted((x, y) => y.bits - x.bits || compareText(x.says, y.says))
  return [{ says: 'base', bits: clueWeights.base, records: [] }, ...told]
}
