import type { LeadRole } from '../../domain/leads/lead-role.ts'
import type { StoreAt } from '../store-at.ts'
import { type RoleTold, tellRoles } from './tell-roles.ts'

interface Shown {
  /** Id of the ring as the store has it. */
  readonly ring: string
  readonly shops: readonly string[]
  /** Keys of all that the lead shows; what was stated in the ring of anything else belongs to shops that it leaves out. Everything is shown when absent. */
  readonly keys?: ReadonlySet<string> | undefined
}

/** What people stated of the ring or of shops of a lead and did not withdraw, the latest first. */
export async function leadRoles(store: StoreAt, shown: Shown): Promise<LeadRole[]> {
  const told = await tellRoles(store, undefined)
  return told.filter((one) => isShown(one, shown)).map(roleOf)
}

function isShown({ paper: { body }, stands }: RoleTold, { ring, shops, keys }: Shown): boolean {
  const inRing = body.of === ring || stands.some((heir) => heir.ring === ring)
  const isOf = shops.includes(body.of) || (inRing && (keys === undefined || keys.has(body.subject)))
  return body.withdrawn === undefined && isOf
}

function roleOf({ paper: { body }, subjectName }: RoleTold): LeadRole {
  const { subject, role, of, by, on, because, grounds } = body
  return {
    subject,
    name: subjectName,
    role,
    ...(of.startsWith('shop:') && { shop: of }),
    by,
    on,
    because,
    grounds: [...grounds],
  }
}
