import type { NodeKind } from '../../server/contract/graph.ts'
import type { Verdict } from '../../server/contract/work.ts'
import type { DecisionDraft } from './decision-draft.ts'
import { applyPatch, inverse, type Patch, type View } from './patch.ts'
import type { Layout } from './scene.ts'

/** What a step did, as a code with its values; the sentence is made from it in the reader's language. */
export type StepName =
  | { readonly code: 'openedRing' | 'openedShop' | 'expanded' | 'added'; readonly name: string }
  | { readonly code: 'expandedBy'; readonly name: string; readonly kind: NodeKind }
  | { readonly code: 'committed'; readonly name: string; readonly left: number }
  | { readonly code: 'hid'; readonly count: number }
  | { readonly code: 'layout'; readonly layout: Layout }
  | { readonly code: 'decided'; readonly verdict: Verdict; readonly a: string; readonly b: string }

/** One command that was run. */
export interface Step {
  readonly id: number
  /** Wall time, in milliseconds since 1970, for the list of steps. */
  readonly at: number
  readonly name: StepName
  readonly patch: Patch
  /** What the step told the server; undo retracts it and redo says it again. */
  readonly decision?: DecisionDraft
}

/** The command log: steps before `done` are in the view, steps from there on were undone and can be redone. */
export interface History {
  readonly steps: readonly Step[]
  readonly done: number
}

/** A log together with the view that it leads to. */
export interface Workspace {
  readonly history: History
  readonly view: View
}

export const emptyHistory: History = { steps: [], done: 0 }

/** Runs a step. Steps that were undone before it are given up. */
export function record({ history, view }: Workspace, step: Step): Workspace {
  const steps = [...history.steps.slice(0, history.done), step]
  return { history: { steps, done: steps.length }, view: applyPatch(view, step.patch) }
}

/** Takes the last step back; the same value when there is none. */
export function undo(workspace: Workspace): Workspace {
  const { history, view } = workspace
  const step = lastStep(history)
  if (step === undefined) return workspace
  return {
    history: { steps: history.steps, done: history.done - 1 },
    view: applyPatch(view, inverse(step.patch)),
  }
}

/** Runs the first undone step again; the same value when there is none. */
export function redo(workspace: Workspace): Workspace {
  const { history, view } = workspace
  const step = nextStep(history)
  if (step === undefined) return workspace
  return {
    history: { steps: history.steps, done: history.done + 1 },
    view: applyPatch(view, step.patch),
  }
}

/** The step that undo would take back. */
export function lastStep({ steps, done }: History): Step | undefined {
  return done === 0 ? undefined : steps[done - 1]
}

/** The step that redo would run again. */
export function nextStep({ steps, done }: History): Step | undefined {
  return steps[done]
}
