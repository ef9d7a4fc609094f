import { z } from 'zod'

import { RoleName, StatedGround } from '../paper/role.ts'
import { IsoDate, type Sha256 } from '../units.ts'

/** A role that a person stated in the ring of a lead or in one of its shops, and did not withdraw. */
export const LeadRole = z.object({
  /** Key of a person, company, account or place. */
  subject: z.string(),
  name: z.string(),
  role: RoleName,
  /** Key of a shop; absent where it is a role in the ring. */
  shop: z.string().optional(),
  by: z.string(),
  /** The day as of which it was stated. */
  on: IsoDate,
  because: z.string(),
  /** What it rests on, as whoever stated it said. */
  grounds: z.array(StatedGround),
})
export type LeadRole = z.infer<typeof LeadRole>

/** Hashes of rows that roles rest on. */
export function groundRecords(roles: readonly LeadRole[]): Sha256[] {
  return roles.flatMap(({ grounds }) =>
    grounds.flatMap((ground) => (ground.kind === 'record' ? [ground.hash] : [])),
  )
}

/** What people stated; of whom, only an authority is told. */
export interface LeadRoles {
  readonly items: readonly LeadRole[]
  /** Statements that the audience is not shown. */
  readonly withheld: number
}
