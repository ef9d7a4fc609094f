import {
  type LeadFileAnswer,
  type LeadState,
  type Recipient,
  StepBody,
} from '../../server/contract/lead-files.ts'

/** The states that leads are in, each with how many, in the order in which leads go through them. */
export function stateCounts(
  leads: readonly LeadFileAnswer[],
): readonly (readonly [LeadState, number])[] {
  return StepBody.shape.to.options.flatMap((state) => {
    const count = ofState(leads, state).length
    return count === 0 ? [] : [[state, count] as const]
  })
}

/** The leads of one state, or all where none is asked for. */
export function ofState(
  leads: readonly LeadFileAnswer[],
  state: LeadState | undefined,
): readonly LeadFileAnswer[] {
  return state === undefined ? leads : leads.filter((lead) => lead.state === state)
}

/** Leads in the order in which something last happened to them, the latest first. */
export function latestFirst(leads: readonly LeadFileAnswer[]): readonly LeadFileAnswer[] {
  return leads.toSorted((a, b) => lastAt(b) - lastAt(a) || (a.id < b.id ? 1 : -1))
}

/** When something last happened to a lead. */
export function lastAt({ body }: LeadFileAnswer): number {
  return body.steps.at(-1)?.at ?? body.at
}

/** Names of recipients in one line, the first few of many. */
export function recipientsText(to: readonly Recipient[], comma: string): string {
  const names = to.slice(0, namesAtMost).map(({ name }) => name)
  return to.length <= namesAtMost
    ? names.join(comma)
    : `${names.join(comma)} +${to.length - namesAtMost}`
}

/** Whether anything of it has left: it is then corrected by a new version alone. */
export function isSealed({ body }: LeadFileAnswer): boolean {
  return body.steps.some(({ to }) => to === 'sealed')
}

/** Whether something can have come of it: it went to its recipients and was not taken back. The server has the last word. */
export function canHaveOutcome({ body, state }: LeadFileAnswer): boolean {
  return state !== 'withdrawn' && body.steps.some(({ to }) => to === 'transmitted')
}

/** The version that takes the place of a lead, whether it has left or is a draft yet. */
export function versionAfter(
  leads: readonly LeadFileAnswer[],
  id: string,
): LeadFileAnswer | undefined {
  return leads.find(({ body }) => body.supersedes === id)
}

/** Steps that a person says; a new version is begun and takes the place of this one when it is sealed, so that nobody says “superseded”. */
export function saidNext({ next }: LeadFileAnswer): readonly LeadState[] {
  return next.filter((state) => state !== 'superseded')
}

/** Steps that want a reason; the server refuses them without one. */
export const wantsReason: ReadonlySet<LeadState> = new Set(['draft', 'declined', 'withdrawn'])

const namesAtMost = 3
