import type { RolePaper } from '../../server/contract/roles.ts'
import { queryClient } from '../api/query-client.ts'
import { usePreferences } from '../scene/preferences.ts'
import type { RoleMove, RoleSaid } from '../scene/role-move.ts'
import { run, useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'
import { sayUndoable } from '../shell/notify-undo.ts'
import { keepStatement, sendRole, takeRoleBack } from './tell-role.ts'

/** States who controls or does what, as a step that undo withdraws. Answers whether it was kept. */
export async function stateRole(said: RoleSaid, message: string): Promise<boolean> {
  return await asStep({ move: 'stated', said }, message, () => sendRole(said))
}

/** Withdraws a statement, as a step whose undo states it again. Answers whether that was kept. */
export async function withdrawRole(
  { id, body }: RolePaper,
  by: string,
  message: string,
): Promise<boolean> {
  const { subject, role, of, because, on, grounds } = body
  const said = { subject, role, of, because, on, grounds, by: body.by }
  return await asStep({ move: 'withdrew', said, by }, message, async () => {
    await takeRoleBack(id, by)
    return id
  })
}

async function asStep(
  role: RoleMove,
  message: string,
  send: () => Promise<string>,
): Promise<boolean> {
  try {
    const id = await send()
    const { view } = useExplorer.getState()
    const code = role.move === 'stated' ? 'roleStated' : 'roleWithdrawn'
    const name = view.scene.nodes.get(role.said.subject)?.name ?? role.said.subject
    const step = run({ code, name, role: role.said.role }, view, { role })
    keepStatement(step, id)
    usePreferences.setState({ author: role.move === 'stated' ? role.said.by : role.by })
    sayUndoable(message, step)
    await queryClient.invalidateQueries({ queryKey: ['roles'] })
    return true
  } catch (error) {
    notifyFailure(error)
    return false
  }
}
