import type { Membership } from '../../domain/ring.ts'
import type { ClaimDraft } from '../claim.ts'
import { probabilityText } from '../numbers.ts'
import { chanceOf, pairOf, stepsOf } from './claimed-links.ts'
import type { ClaimContext } from './context.ts'

/** The statement about all the shops together, with the chance that every step of it holds; of a ring in pieces, one about each. */
export function ringClaims(context: ClaimContext): ClaimDraft[] {
  const { ring, scope } = context.core
  if (scope === undefined) return claimOf(context, ring.members)
  const roots = [...new Set(ring.members.map(({ path }) => path[0]))]
  return roots.flatMap((root) =>
    claimOf(
      context,
      ring.members.filter(({ path }) => path[0] === root),
    ),
  )
}

function claimOf(context: ClaimContext, members: readonly Membership[]): ClaimDraft[] {
  const { core } = context
  const part = { members: [...members] }
  const steps = stepsOf(part)
  if (steps.length === 0) return []
  const pairs = new Set(steps.map(([a, b]) => pairOf(a, b)))
  const links = core.links.filter(
    ({ from, to, kind }) => kind !== 'shares_supply' && pairs.has(pairOf(from, to)),
  )
  const labels = links.map(({ ledger }) => ledger.calibration.labels)
  return [
    {
      about: core.ring.id,
      kind: 'ring',
      text: textOf(context, members, steps.length),
      basis: 'inferred',
      probability: chanceOf(part, core),
      labels: labels.length === 0 ? undefined : Math.min(...labels),
      shops: members.map(({ shop }) => shop),
      records: links.flatMap(({ ledger }) =>
        ledger.bars
          .filter(({ bits }) => 0 < bits)
          .flatMap(({ a, b }) => [...a.records, ...b.records]),
      ),
    },
  ]
}

/** Some of a ring's shops are no ring: they go by their names. */
function textOf(
  { core: { ring, scope }, words, namesOf }: ClaimContext,
  members: readonly Membership[],
  steps: number,
): string {
  const weakest = Math.min(...members.map(({ weakestStep }) => weakestStep))
  return scope === undefined
    ? words.ring(ring.name, ring.size, steps, probabilityText(ring.weakestStep))
    : words.part(namesOf(members.map(({ shop }) => shop)), steps, probabilityText(weakest))
}
