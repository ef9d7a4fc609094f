import type { NodeKind } from '../../server/contract/graph.ts'
import type { RoleName } from '../../server/contract/roles.ts'
import type { Verdict } from '../../server/contract/work.ts'
import type { Filter } from '../filter/filter.ts'
import type { Sense } from './beginnings.ts'
import type { DecisionDraft } from './decision-draft.ts'
import type { Past } from './past.ts'
import { applyPatch, type Change, inverse, type Patch, type View } from './patch.ts'
import type { RoleMove } from './role-move.ts'
import type { Layout, Selection } from './scene.ts'
import type { TimeWindow } from './time-window.ts'

/** What a step did, as a code with its values; the sentence is made from it in the reader's language. */
export type StepName =
  | { readonly code: 'openedRing' | 'openedShop'; readonly name: string }
  | ({ readonly code: 'expanded' | 'added'; readonly name: string } & OfPast)
  | ({ readonly code: 'expandedBy'; readonly name: string; readonly kind: NodeKind } & OfPast)
  | ({ readonly code: 'committed'; readonly name: string; readonly left: number } & OfPast)
  | { readonly code: 'openedScene'; readonly name: string }
  | { readonly code: 'gathered'; readonly count: number }
  | { readonly code: 'hid'; readonly count: number }
  | {
      readonly code: 'hidOthers' | 'shownAgain' | 'pinned' | 'unpinned' | 'moved'
      readonly count: number
    }
  | { readonly code: 'collapsed'; readonly name: string; readonly count: number }
  | { readonly code: 'brought'; readonly from: string; readonly to: string; readonly hops: number }
  | { readonly code: 'hidLink' }
  | { readonly code: 'asOf'; readonly date: string | undefined }
  | { readonly code: 'knownAt'; readonly moment: string }
  | { readonly code: 'now' }
  | { readonly code: 'window'; readonly window: TimeWindow }
  | { readonly code: 'windowCleared' }
  | { readonly code: 'sense'; readonly sense: Sense }
  | { readonly code: 'filtered'; readonly out: readonly string[]; readonly back: readonly string[] }
  | {
      readonly code: 'filterDates'
      readonly from: string | undefined
      readonly to: string | undefined
    }
  | { readonly code: 'cleared' | 'filterCleared'; readonly count: number }
  | { readonly code: 'layout'; readonly layout: Layout }
  | { readonly code: 'decided'; readonly verdict: Verdict; readonly a: string; readonly b: string }
  | {
      readonly code: 'roleStated' | 'roleWithdrawn'
      readonly name: string
      readonly role: RoleName
    }

/** The past as of which something was asked for. */
interface OfPast {
  readonly past?: Past | undefined
}

/** One command that was run. */
export interface Step {
  readonly id: number
  /** Wall time, in milliseconds since 1970, for the list of steps. */
  readonly at: number
  readonly name: StepName
  readonly patch: Patch
  /** What the step told the server; undo retracts it and redo says it again. */
  readonly decision?: DecisionDraft
  /** What it stated or withdrew of who does what; undo and redo do so at the server. */
  readonly role?: RoleMove
  /** What an expansion answered, also what was in the picture before: collapse goes by it. */
  readonly brought?: Brought
  /** Id of the expansion that this step took back. */
  readonly collapsed?: number
  /** What the step changed that is no part of the view. */
  readonly beside?: Beside
}

/** All that one expansion answered. */
export interface Brought {
  /** The node that was expanded. */
  readonly around: string
  readonly nodes: readonly string[]
  /** By {@link edgeId}. */
  readonly edges: readonly string[]
}

/** The date of the picture and how it is read, the moment of knowledge, the window, the selection and the filter, where changing them is a step of its own. */
export interface Beside {
  readonly filter?: Change<Filter>
  readonly asOf?: Change<string | undefined>
  readonly knownAt?: Change<string | undefined>
  readonly sense?: Change<Sense>
  readonly window?: Change<TimeWindow | undefined>
  readonly selection?: Change<Selection | undefined>
}

/** The command log: steps before `done` are in the view, steps from there on were undone and can be redone. */
export interface History {
  readonly steps: readonly Step[]
  readonly done: number
  /** Ways that were left by undoing and going on otherwise; each from the first step to its last. */
  readonly branches: readonly (readonly Step[])[]
}

/** A log together with the view that it leads to. */
export interface Workspace {
  readonly history: History
  readonly view: View
}

export const emptyHistory: History = { steps: [], done: 0, branches: [] }

/** Runs a step. Steps that were undone before it are kept as a branch. */
export function record({ history, view }: Workspace, step: Step): Workspace {
  const { steps, done, branches } = history
  const next = [...steps.slice(0, done), step]
  const kept = done < steps.length ? [...branches, steps] : branches
  return {
    history: { steps: next, done: next.length, branches: kept },
    view: applyPatch(view, step.patch),
  }
}

/** Takes the last step back; the same value when there is none. */
export function undo(workspace: Workspace): Workspace {
  const { history, view } = workspace
  const step = lastStep(history)
  if (step === undefined) return workspace
  return {
    history: { ...history, done: history.done - 1 },
    view: applyPatch(view, inverse(step.patch)),
  }
}

/** Runs the first undone step again; the same value when there is none. */
export function redo(workspace: Workspace): Workspace {
  const { history, view } = workspace
  const step = nextStep(history)
  if (step === undefined) return workspace
  return {
    history: { ...history, done: history.done + 1 },
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

/** An id that no step has, on no branch either. */
export function freshId({ steps, branches }: History): number {
  return 1 + [...branches, steps].flat().reduce((most, { id }) => Math.max(most, id), 0)
}
