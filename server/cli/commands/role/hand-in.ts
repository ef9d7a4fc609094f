import { Problem } from '../../../contract/problem.ts'
import { routes } from '../../../contract/routes.ts'
import { FailureError } from '../../../domain/failure.ts'
import { RolePaper } from '../../../domain/paper/paper.ts'
import type { Statement } from '../../../jobs/roles/state-role.ts'
import { callServer } from '../../call-server.ts'
import type { Owner } from '../../owner.ts'

/** The server that owns the store writes it, as one process alone writes to a store. */
export function handInStatement(owner: Owner, said: Statement): Promise<RolePaper> {
  return handIn(owner, routes.stateRole.path, said)
}

export function handInWithdrawal(
  owner: Owner,
  id: string,
  said: { readonly by: string; readonly because?: string },
): Promise<RolePaper> {
  return handIn(owner, routes.withdrawRole.path.replace(':id', encodeURIComponent(id)), said)
}

async function handIn({ address }: Owner, path: string, body: object): Promise<RolePaper> {
  const { status, text } = await callServer(address, { method: 'POST', path, body })
  const answer: unknown = JSON.parse(text)
  if (status === 200) return RolePaper.parse(answer)
  throw new FailureError(
    Problem.safeParse(answer).data?.detail ?? 'The server gave an answer that makes no sense.',
  )
}
