import type { ClaimDraft } from '../claim.ts'
import { probabilityText } from '../numbers.ts'
import { jointOf, pairOf, stepsOf } from './claimed-links.ts'
import type { ClaimContext } from './context.ts'

/** The statement about all the shops together, with the chance that every step of it holds. */
export function ringClaims({ core, words, shops }: ClaimContext): ClaimDraft[] {
  const { ring } = core
  const steps = stepsOf(ring)
  if (steps.length === 0) return []
  const pairs = new Set(steps.map(([a, b]) => pairOf(a, b)))
  const links = core.links.filter(
    ({ from, to, kind }) => kind !== 'shares_supply' && pairs.has(pairOf(from, to)),
  )
  const labels = links.map(({ ledger }) => ledger.calibration.labels)
  return [
    {
      about: ring.id,
      kind: 'ring',
      text: words.ring(ring.name, ring.size, steps.length, probabilityText(ring.weakestStep)),
      basis: 'inferred',
      probability: jointOf(core),
      labels: labels.length === 0 ? undefined : Math.min(...labels),
      shops: [...shops],
      records: links.flatMap(({ ledger }) =>
        ledger.bars
          .filter(({ bits }) => 0 < bits)
          .flatMap(({ a, b }) => [...a.records, ...b.records]),
      ),
    },
  ]
}
