import { call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { lastStep, nextStep, redo, type Step, undo } from '../scene/history.ts'
import { setWorkspace, useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'
import { sendDecision } from './decide.ts'

/** Takes the last step back; a decision is retracted first. Answers whether it went back. */
export async function undoStep(): Promise<boolean> {
  const step = lastStep(useExplorer.getState().history)
  if (step === undefined) return false
  return await carried(
    () => retractOf(step),
    () => setWorkspace(undo(useExplorer.getState())),
  )
}

/** Runs the first undone step again; a decision is said again. */
export async function redoStep(): Promise<boolean> {
  const step = nextStep(useExplorer.getState().history)
  if (step === undefined) return false
  return await carried(
    () => sayAgain(step),
    () => setWorkspace(redo(useExplorer.getState())),
  )
}

/** Goes back or forward until so many steps are done; stops where the server refuses one. */
export async function travelTo(done: number): Promise<void> {
  const here = useExplorer.getState().history.done
  if (here === done) return
  const moved = here < done ? await redoStep() : await undoStep()
  if (moved) await travelTo(done)
}

/** One travel at a time: a second key press waits for what the server says to the first. */
let underWay: Promise<unknown> = Promise.resolve()

async function carried(tell: () => Promise<void>, move: () => void): Promise<boolean> {
  const turn = underWay.then(tell)
  underWay = turn.catch(() => undefined)
  try {
    await turn
    move()
    return true
  } catch (error) {
    notifyFailure(error)
    return false
  }
}

async function retractOf(step: Step): Promise<void> {
  const id = useExplorer.getState().decisions.get(step.id)
  if (id === undefined) return
  await call('retract', { params: { id } })
  await queryClient.invalidateQueries({ queryKey: ['decisions'] })
}

async function sayAgain(step: Step): Promise<void> {
  if (step.decision !== undefined) await sendDecision(step.decision, step.id)
}
