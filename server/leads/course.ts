import type { RefusalError } from '../domain/failure.ts'
import type { LeadFile, LeadState, LeadStep } from '../domain/paper/lead.ts'
import { refusal } from '../domain/refusals.ts'
import { sameWriting } from './same-writing.ts'

/** Where a lead stands. */
export function stateOf({ steps }: Pick<LeadFile, 'steps'>): LeadState {
  return steps.at(-1)?.to ?? 'draft'
}

/** Where a lead can go from where it stands, in the order in which it usually goes. */
export function nextStates(lead: Pick<LeadFile, 'steps'>): readonly LeadState[] {
  return course[stateOf(lead)]
}

/**
 * The lead one step further. Throws a RefusalError, with what to do instead, for a step that does not follow, an approval by the author, and a step that wants a reason
 * and has none. Sealing is a step like others here; that its packages are there first is for the caller.
 */
export function moved(lead: LeadFile, step: LeadStep): LeadFile {
  const state = stateOf(lead)
  if (!course[state].includes(step.to)) throw noSuchStep(state, step.to)
  if (step.to === 'approved' && sameWriting(step.by, lead.author))
    throw refusal('lead-own-approval', { author: lead.author })
  if (wantReason.has(step.to) && step.because === undefined)
    throw refusal('lead-reason-missing', { to: step.to })
  return { ...lead, steps: [...lead.steps, step], revision: lead.revision + 1 }
}

/** Who approved it last; undefined where nobody did since it was last a draft. */
export function approverOf({ steps }: Pick<LeadFile, 'steps'>): string | undefined {
  const drafted = steps.findLastIndex(({ to }) => to === 'draft')
  return steps.slice(drafted).findLast(({ to }) => to === 'approved')?.by
}

/** Whether anything has left: from then on a lead is only corrected by a new version. */
export function isSealed({ steps }: Pick<LeadFile, 'steps'>): boolean {
  return steps.some(({ to }) => to === 'sealed')
}

const course: Readonly<Record<LeadState, readonly LeadState[]>> = {
  draft: ['reviewed', 'withdrawn'],
  reviewed: ['approved', 'draft', 'withdrawn'],
  approved: ['sealed', 'draft', 'withdrawn'],
  sealed: ['transmitted', 'withdrawn', 'superseded'],
  transmitted: ['acknowledged', 'accepted', 'declined', 'withdrawn', 'superseded'],
  acknowledged: ['accepted', 'declined', 'withdrawn', 'superseded'],
  accepted: ['investigating', 'outcome', 'closed', 'withdrawn', 'superseded'],
  declined: ['closed', 'superseded'],
  investigating: ['outcome', 'closed', 'withdrawn', 'superseded'],
  outcome: ['closed', 'superseded'],
  closed: ['superseded'],
  withdrawn: [],
  superseded: [],
}

/** Steps that somebody will ask about. A draft comes back to its author with a reason. */
const wantReason: ReadonlySet<LeadState> = new Set(['draft', 'declined', 'withdrawn'])

function noSuchStep(from: LeadState, to: LeadState): RefusalError {
  const ways = course[from]
  return ways.length === 0
    ? refusal('lead-stays', { from })
    : refusal('lead-step-elsewhere', { from, to, ways })
}
