import { z } from 'zod'

import { compareText } from '../domain/canonical.ts'
import { Decision, DecisionBasis, Verdict } from '../domain/decision.ts'
import { toKey } from '../domain/keys.ts'
import type { SourceRecord } from '../domain/record.ts'
import { IsoDate } from '../domain/units.ts'
import type { GraphReads, RecordReads, Work } from '../store/port.ts'
import { keysNow } from './keys-now.ts'

/**
 * What people decided in the tool and what loaded datasets say they decided, retracted ones too, sorted by id; each of the shops by the keys that these have now. Where both keys of one have
 * become one shop, nothing is left to decide.
 */
export async function allDecisions(
  store: Pick<GraphReads, 'bareNodes'> & RecordReads & Work,
): Promise<Decision[]> {
  const decisions = await store.decisions()
  for await (const record of store.scanRecords(['decision'])) {
    const decision = decisionOf(record)
    if (decision !== undefined) decisions.push(decision)
  }
  const now = await keysNow(
    store,
    decisions.flatMap(({ a, b }) => [a, b]),
  )
  return decisions
    .map((decision) => ({ ...decision, ...orderedPair(now(decision.a), now(decision.b)) }))
    .filter(({ a, b }) => a !== b)
    .toSorted((a, b) => compareText(a.id, b.id))
}

/** Two shops of a decision in the order that decisions keep. */
export function orderedPair(a: string, b: string): { a: string; b: string } {
  return compareText(a, b) < 0 ? { a, b } : { a: b, b: a }
}

const Fields = z.object({
  a: z.string().transform((reference) => toKey(reference)),
  b: z.string().transform((reference) => toKey(reference)),
  verdict: Verdict,
  basis: DecisionBasis,
  by: z.string().min(1),
  on: IsoDate,
  because: z.string().optional(),
})

/** Ids of decisions that came in a dataset; they are corrected there, not in the tool. */
export const recordPrefix = 'record:'

/** Undefined for a row that lacks what a decision needs: it stays on record, and decides nothing. */
export function decisionOf({ hash, fields }: SourceRecord): Decision | undefined {
  const parsed = Fields.safeParse(fields)
  if (!parsed.success) return undefined
  const { a, b, because, ...rest } = parsed.data
  if (a === undefined || b === undefined || a === b) return undefined
  return Decision.parse({
    id: `${recordPrefix}${hash}`,
    ...orderedPair(a, b),
    ...rest,
    ...(because !== undefined && { because }),
  })
}
