import { call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import type { DecisionDraft } from '../scene/decision-draft.ts'
import { usePreferences } from '../scene/preferences.ts'
import { run, useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'

/** Records what a person says of two shops, as a step that undo retracts. */
export async function decide(draft: DecisionDraft): Promise<void> {
  try {
    const decision = await call('decide', { body: { ...draft, basis: 'reviewed' } })
    const { view } = useExplorer.getState()
    const { verdict, a, b } = draft
    const name = { code: 'decided', verdict, a: nameOf(a), b: nameOf(b) } as const
    keepId(run(name, view, { decision: draft }), decision.id)
    usePreferences.setState({ author: draft.by })
    useExplorer.setState({ deciding: undefined })
    await queryClient.invalidateQueries({ queryKey: ['decisions'] })
  } catch (error) {
    notifyFailure(error)
  }
}

/** Says a decision again after it was undone; the server gives it a new id. */
export async function sendDecision(draft: DecisionDraft, step: number): Promise<void> {
  const decision = await call('decide', { body: { ...draft, basis: 'reviewed' } })
  keepId(step, decision.id)
  await queryClient.invalidateQueries({ queryKey: ['decisions'] })
}

/** Takes back a decision that anyone made earlier. */
export async function retract(id: string): Promise<void> {
  try {
    await call('retract', { params: { id } })
    await queryClient.invalidateQueries({ queryKey: ['decisions'] })
  } catch (error) {
    notifyFailure(error)
  }
}

function keepId(step: number, id: string): void {
  const { decisions } = useExplorer.getState()
  useExplorer.setState({ decisions: new Map([...decisions, [step, id]]) })
}

function nameOf(key: string): string {
  return useExplorer.getState().view.scene.nodes.get(key)?.name ?? key
}
