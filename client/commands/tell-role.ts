import { call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import type { Step } from '../scene/history.ts'
import type { RoleMove, RoleSaid } from '../scene/role-move.ts'
import { useExplorer } from '../scene/store.ts'

/** Does the other of what a step told the server of roles. */
export async function undoRole(step: Step): Promise<void> {
  if (step.role !== undefined) await tell(step, step.role, turned[step.role.move])
}

/** Tells the server again what a step told it of roles. */
export async function redoRole(step: Step): Promise<void> {
  if (step.role !== undefined) await tell(step, step.role, step.role.move)
}

const turned = { stated: 'withdrew', withdrew: 'stated' } as const

async function tell({ id: step }: Step, role: RoleMove, move: RoleMove['move']): Promise<void> {
  if (move === 'stated') keepStatement(step, await sendRole(role.said))
  else {
    const id = useExplorer.getState().statements.get(step)
    if (id !== undefined) await takeRoleBack(id, role.move === 'withdrew' ? role.by : role.said.by)
  }
  await queryClient.invalidateQueries({ queryKey: ['roles'] })
}

/** Answers with the id that the server gives. */
export async function sendRole({ grounds, ...said }: RoleSaid): Promise<string> {
  return (await call('stateRole', { body: { ...said, grounds: [...grounds] } })).id
}

export async function takeRoleBack(id: string, by: string): Promise<void> {
  await call('withdrawRole', { params: { id }, body: { by } })
}

export function keepStatement(step: number, id: string): void {
  const { statements } = useExplorer.getState()
  useExplorer.setState({ statements: new Map([...statements, [step, id]]) })
}
