import { z } from 'zod'

import type { NodeKind } from '../graph.ts'
import { EpochMs, IsoDate, Sha256 } from '../units.ts'
import { Person, Wording } from './words.ts'

const Key = z.string().min(1).max(2_000)

/** `controls`: runs a shop or a ring, whoever it is registered to. The others are roles in a ring. */
export const RoleName = z.enum([
  'controls',
  'organiser',
  'maker',
  'label_supplier',
  'storekeeper',
  'seller',
  'promoter',
  'payee',
  'courier',
  'nominee',
])
export type RoleName = z.infer<typeof RoleName>

/** What a person rests a statement on: a loaded row by its hash, a file by its name, or a source in their own words. */
export const StatedGround = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), hash: Sha256 }),
  z.object({ kind: z.literal('file'), name: z.string().trim().min(1).max(1_000) }),
  z.object({ kind: z.literal('source'), text: Wording }),
])
export type StatedGround = z.infer<typeof StatedGround>

/** Things that one statement rests on, at most. */
export const groundsMax = 50

/**
 * What a person states of who does what: no program ever does. Never deleted: whoever withdraws it is kept with the day and the reason. A ring keeps its id from
 * run to run; `run` says which run's ring was meant, so that what became of it since can be told.
 */
export const StatedRole = z.object({
  /** Key of an identity, a payment account or a place. */
  subject: Key,
  role: RoleName,
  /** Id of a ring; for `controls` also the key of a shop. */
  of: Key,
  /** The current run when it was stated; absent for a shop. */
  run: z.int().min(1).optional(),
  grounds: z.array(StatedGround).min(1).max(groundsMax),
  because: Wording,
  by: Person,
  /** The day as of which it is stated. */
  on: IsoDate,
  at: EpochMs,
  withdrawn: z.object({ by: Person, at: EpochMs, because: Wording.optional() }).optional(),
})
export type StatedRole = z.infer<typeof StatedRole>

/** Which kinds can hold a role at all, and of what. */
const holders: Readonly<Record<'controls' | 'other', readonly NodeKind[]>> = {
  controls: ['Identity'],
  other: ['Identity', 'PaymentAccount', 'Place'],
}

/** Why somebody of that kind cannot have the role, as a sentence; undefined when they can. */
export function whyNoRole(role: RoleName, subject: NodeKind, of: NodeKind): string | undefined {
  const isControl = role === 'controls'
  if (!holders[isControl ? 'controls' : 'other'].includes(subject)) {
    return isControl
      ? 'Only a person or company controls; name an identity.'
      : 'Only a person or company, a payment account or a place has a role; name one of these.'
  }
  if (of === 'Ring' || (isControl && of === 'Shop')) return undefined
  return isControl
    ? 'What is controlled is a shop or a ring; name one of these.'
    : 'A role is one in a ring; name a ring by its id.'
}
