import type { RoleName, StatedGround } from '../../server/contract/roles.ts'

/** What a person states of who does what. */
export interface RoleSaid {
  readonly subject: string
  readonly role: RoleName
  readonly of: string
  readonly by: string
  readonly because: string
  readonly on?: string | undefined
  readonly grounds: readonly StatedGround[]
}

/** A statement that was made, or one that was withdrawn and by whom: undo does the other. */
export type RoleMove =
  | { readonly move: 'stated'; readonly said: RoleSaid }
  | { readonly move: 'withdrew'; readonly said: RoleSaid; readonly by: string }
