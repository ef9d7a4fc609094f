import type { StatedGround } from '../../domain/paper/role.ts'
import type { ClaimContext } from '../claims/context.ts'
import type { Cell } from './csv.ts'

export const roleColumns: readonly string[] = [
  ...['subject', 'name', 'role', 'of', 'of_name', 'stated_by', 'stated_on', 'rests_on', 'because'],
]

/** What people stated: by whom, as of when and on what. */
export function roleRows({ core, nameOf, evidence }: ClaimContext): Cell[][] {
  return (core.roles?.items ?? []).map(
    ({ subject, name, role, shop, by, on, because, grounds }) => [
      ...[subject, name, role, shop ?? core.ring.id],
      ...[shop === undefined ? core.ring.name : nameOf(shop), by, on],
      ...[grounds.map((ground) => groundText(ground, evidence.cite)).join('; '), because],
    ],
  )
}

/** A row by its number in the list of evidence, or by how its hash begins where it is about others and does not leave. */
export function groundText(ground: StatedGround, cite: ClaimContext['evidence']['cite']): string {
  if (ground.kind === 'file') return ground.name
  if (ground.kind === 'source') return ground.text
  return cite([ground.hash])[0] ?? ground.hash.slice(0, 8)
}
