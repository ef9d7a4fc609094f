import { compareText } from '../domain/canonical.ts'
import { ClearedOutcome } from '../domain/leads/cleared.ts'
import type { Outcome } from '../domain/paper/lead.ts'
import type { LeadPaper } from '../domain/paper/paper.ts'

/** Outcomes of a lead that speak for whom it was about, and were not taken back. */
export function clearingOutcomes({ body }: LeadPaper): Outcome[] {
  return body.outcomes.filter(
    ({ kind, retractedAt }) => retractedAt === undefined && clears(kind) !== undefined,
  )
}

/** What earlier leads cleared some of the shops of, latest first. `shopsOf` gives the shops that a lead was about. */
export function clearedOutcomes(
  leads: readonly LeadPaper[],
  shops: readonly string[],
  shopsOf: ReadonlyMap<string, readonly string[]>,
): ClearedOutcome[] {
  const asked = new Set(shops)
  return leads
    .flatMap((lead) => {
      const shared = (shopsOf.get(lead.id) ?? []).filter((shop) => asked.has(shop))
      return shared.length === 0
        ? []
        : clearingOutcomes(lead).flatMap((own) => told(lead, own, shared))
    })
    .toSorted((a, b) => compareText(b.on, a.on) || compareText(orderOf(a), orderOf(b)))
}

function told(
  { id }: LeadPaper,
  { kind, on, count, source, verifiedBy }: Outcome,
  shops: readonly string[],
): ClearedOutcome[] {
  const cleared = clears(kind)
  if (cleared === undefined) return []
  return [
    {
      ...{ lead: id, kind: cleared, on, source, verified: verifiedBy !== undefined },
      ...(count !== undefined && { count }),
      shops: [...new Set(shops)].toSorted(compareText),
    },
  ]
}

function clears(kind: Outcome['kind']): ClearedOutcome['kind'] | undefined {
  return ClearedOutcome.shape.kind.safeParse(kind).data
}

function orderOf({ lead, kind, source }: ClearedOutcome): string {
  return [lead, kind, source].join('\n')
}
