import { call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { branchesOf, goOver } from '../scene/branches.ts'
import { type Beside, lastStep, nextStep, redo, type Step, undo } from '../scene/history.ts'
import { type ExplorerState, setWorkspace, useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'
import { sendDecision } from './decide.ts'
import { redoRole, undoRole } from './tell-role.ts'

/** Takes the last step back; a decision or statement is retracted first. Answers whether it went back. */
export async function undoStep(): Promise<boolean> {
  const step = lastStep(useExplorer.getState().history)
  if (step === undefined) return false
  return await carried(
    () => retractOf(step),
    () => {
      setWorkspace(undo(useExplorer.getState()))
      putBeside(step.beside, 'was')
    },
  )
}

/** Runs the first undone step again; a decision or statement is said again. */
export async function redoStep(): Promise<boolean> {
  const step = nextStep(useExplorer.getState().history)
  if (step === undefined) return false
  return await carried(
    () => sayAgain(step),
    () => {
      setWorkspace(redo(useExplorer.getState()))
      putBeside(step.beside, 'is')
    },
  )
}

/** Goes back or forward until so many steps are done; stops where the server refuses one. */
export async function travelTo(done: number): Promise<void> {
  const here = useExplorer.getState().history.done
  if (here === done) return
  const moved = here < done ? await redoStep() : await undoStep()
  if (moved) await travelTo(done)
}

/** Goes over to a way that was left, up to the step that was clicked; what is given up for it is kept in its place. */
export async function travelToBranch(id: number, done: number): Promise<void> {
  const branch = branchesOf(useExplorer.getState().history).find((own) => own.id === id)
  if (branch === undefined) return
  if (branch.leaves < useExplorer.getState().history.done) await travelTo(branch.leaves)
  const { history, view } = useExplorer.getState()
  const over = goOver(history, id)
  if (over === history) return
  setWorkspace({ history: over, view })
  await travelTo(done)
}

/** Puts date, moment, window, selection and filter back to what they were, or to what the step made of them. */
function putBeside(beside: Beside = {}, side: 'was' | 'is'): void {
  const { asOf, knownAt, sense, window, selection, filter } = beside
  const put: Partial<Pick<ExplorerState, keyof Beside>> = {
    ...(asOf && { asOf: asOf[side] }),
    ...(knownAt && { knownAt: knownAt[side] }),
    ...(sense && { sense: sense[side] }),
    ...(window && { window: window[side] }),
    ...(filter && { filter: filter[side] }),
    ...(selection && { selection: selection[side] }),
  }
  if (Object.keys(put).length === 0) return
  useExplorer.setState({ ...put, replaying: false })
  // What was selected then may have left the picture since.
  setWorkspace(useExplorer.getState())
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
  await undoRole(step)
  const id = useExplorer.getState().decisions.get(step.id)
  if (id === undefined) return
  await call('retract', { params: { id } })
  await queryClient.invalidateQueries({ queryKey: ['decisions'] })
}

async function sayAgain(step: Step): Promise<void> {
  if (step.decision !== undefined) await sendDecision(step.decision, step.id)
  await redoRole(step)
}
