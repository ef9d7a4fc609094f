import { z } from 'zod'

import { RolePaper } from '../domain/paper/paper.ts'
import { groundsMax, RoleName, StatedGround, StatedRole } from '../domain/paper/role.ts'

export const RolesQuery = z.object({
  /** Of one identity, account, place or shop by its key, or of one ring by its id; without it, all. */
  about: z.string().min(1).max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
})

/** A ring of the current run in which a statement stands, with what led there from the ring that was named. */
const RoleStands = z.object({
  ring: z.string(),
  /** `same`: the id still stands; `split`: broke off from it; `merged`: took it over when it was no more. */
  how: z.enum(['same', 'split', 'merged']),
})

/** One statement with the names of what it names. */
export const ToldRole = z.object({
  paper: RolePaper,
  subjectName: z.string(),
  ofName: z.string(),
  /** Empty where the ring is no more and nothing continues it, and for shops. */
  stands: z.array(RoleStands),
})
export type ToldRole = z.infer<typeof ToldRole>

export const RolesAnswer = z.object({
  /** Standing ones first, then latest first. */
  items: z.array(ToldRole),
  total: z.int(),
  omitted: z.int(),
})

export const RoleBody = StatedRole.pick({
  subject: true,
  role: true,
  of: true,
  because: true,
  by: true,
}).extend({
  grounds: z.array(StatedGround).min(1).max(groundsMax),
  /** Today when absent. */
  on: StatedRole.shape.on.optional(),
})

export const WithdrawBody = z.object({
  by: StatedRole.shape.by,
  because: StatedRole.shape.because.optional(),
})

/** In the order in which people choose. */
export const roleNames = RoleName.options

export type { RolePaper } from '../domain/paper/paper.ts'
export type { RoleName, StatedGround } from '../domain/paper/role.ts'
