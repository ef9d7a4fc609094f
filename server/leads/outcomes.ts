import type { LeadFile, LeadState, Outcome } from '../domain/paper/lead.ts'
import { refusal } from '../domain/refusals.ts'
import { stateOf } from './course.ts'
import { sameWriting } from './same-writing.ts'

/** States in which something can have come of a lead: it has left and was not taken back. */
const answered: ReadonlySet<LeadState> = new Set([
  'transmitted',
  'acknowledged',
  'accepted',
  'declined',
  'investigating',
  'outcome',
  'closed',
  'superseded',
])

/** The lead with one thing more that came of it. Throws a RefusalError while it has not left. */
export function withOutcome(lead: LeadFile, outcome: Outcome): LeadFile {
  const state = stateOf(lead)
  if (!answered.has(state)) throw refusal('outcome-too-early', { state })
  if (outcome.count === undefined && outcome.value === undefined && !told.has(outcome.kind))
    throw refusal('outcome-without-number', { kind: outcome.kind })
  return { ...lead, outcomes: [...lead.outcomes, outcome], revision: lead.revision + 1 }
}

/** The lead with an outcome verified by a second person, or taken back. Throws a RefusalError for one that is not there, and for a person who verifies what he entered himself. */
export function changedOutcome(
  lead: LeadFile,
  id: string,
  change: Pick<Outcome, 'verifiedBy' | 'retractedAt'>,
): LeadFile {
  const known = lead.outcomes.find((own) => own.id === id)
  if (known === undefined) throw refusal('outcome-unknown', { id })
  if (change.verifiedBy !== undefined && sameWriting(change.verifiedBy, known.by))
    throw refusal('outcome-own-entry', { by: known.by })
  const outcomes = lead.outcomes.map((own) => (own.id === id ? { ...own, ...change } : own))
  return { ...lead, outcomes, revision: lead.revision + 1 }
}

/** What says something without a number; everything else is persons, sites, goods or money. */
const told: ReadonlySet<Outcome['kind']> = new Set(['penalty', 'unfounded'])
