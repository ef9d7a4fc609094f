import { create } from 'zustand'

import type { Candidate } from '../../server/contract/candidates.ts'
import type { BareNode, NeighbourCount } from '../../server/contract/graph.ts'
import type { Health } from '../../server/contract/health.ts'
import type { Verdict } from '../../server/contract/work.ts'
import { emptyFilter, type Filter } from '../filter/filter.ts'
import type { Sense } from './beginnings.ts'
import { emptyScene } from './build-scene.ts'
import {
  emptyHistory,
  freshId,
  type History,
  record,
  type Step,
  type StepName,
  type Workspace,
} from './history.ts'
import type { Kept } from './kept.ts'
import type { Past } from './past.ts'
import { patchBetween, type View } from './patch.ts'
import type { Scene, Selection } from './scene.ts'
import type { Told } from './scene-then.ts'
import type { TimeWindow } from './time-window.ts'

/** Neighbors that were fetched and wait to be ticked. */
export interface Staged {
  readonly key: string
  /** The past that they are of. */
  readonly past: Past | undefined
  readonly group: NeighbourCount
  /** Those that share more with the picture come first. */
  readonly items: readonly Candidate[]
  readonly total: number
  /** How many of all were compared with the picture, and with how much of it. */
  readonly compared: number
  readonly pictured: { readonly sent: number; readonly all: number }
  readonly ticked: ReadonlySet<string>
}

export interface ExplorerState extends Workspace {
  readonly history: History
  readonly view: View
  /** How the log began: what was opened before the first step. */
  readonly base: StepName | undefined
  readonly selection: Selection | undefined
  /** Undefined: the date of the run. */
  readonly asOf: string | undefined
  /** The moment whose state of knowledge is shown, in UTC; undefined: now. */
  readonly knownAt: string | undefined
  /** What was known of the picture at a moment, once the server said it. */
  readonly told: Told | undefined
  /** Whether the date asks what was the case then, or what was known then. */
  readonly sense: Sense
  /** What lies outside it steps back. */
  readonly window: TimeWindow | undefined
  /** The saved scene that the picture was opened from or saved as. */
  readonly kept: Kept | undefined
  /** The date of the picture steps from event to event by itself. */
  readonly replaying: boolean
  /** The ring or shop that is being fetched. */
  readonly opening: string | undefined
  readonly failure: unknown
  /** The store and run that the page shows, until the user asks for a newer one. */
  readonly seen: Health | undefined
  readonly staged: Staged | undefined
  readonly recent: readonly BareNode[]
  /** What is left out of the picture and the table for now; the scene keeps it. */
  readonly filter: Filter
  readonly rail: 'find' | 'filter' | 'case' | 'history'
  readonly dialog: 'lead' | 'keys' | 'paste' | 'review' | undefined
  /** The verdict whose reason is being asked for. */
  readonly deciding: Verdict | undefined
  /** Ids that the server gave to decisions, by the step that made them. */
  readonly decisions: ReadonlyMap<number, string>
  /** The same of statements of who does what. */
  readonly statements: ReadonlyMap<number, string>
}

/** Everything the page shows that is neither an answer of the server nor a preference. */
export const useExplorer = create<ExplorerState>()(() => ({
  history: emptyHistory,
  view: { scene: emptyScene, layout: 'lanes' },
  base: undefined,
  selection: undefined,
  asOf: undefined,
  knownAt: undefined,
  told: undefined,
  sense: 'true',
  window: undefined,
  kept: undefined,
  replaying: false,
  opening: undefined,
  failure: undefined,
  seen: undefined,
  staged: undefined,
  recent: [],
  filter: emptyFilter,
  rail: 'find',
  dialog: undefined,
  deciding: undefined,
  decisions: new Map(),
  statements: new Map(),
}))

const recentMax = 3

/** Runs one command: the view after it, under a name, and what else the step knows of itself. Answers with the step's id. */
export function run(
  name: StepName,
  after: View,
  more: Pick<Step, 'decision' | 'role' | 'brought' | 'collapsed' | 'beside'> = {},
): number {
  const { history, view } = useExplorer.getState()
  const id = freshId(history)
  const step = { id, at: Date.now(), name, patch: patchBetween(view, after), ...more }
  setWorkspace(record({ history, view }, step))
  return id
}

/** Puts a log and its view in place; what was selected and is gone is no longer selected. */
export function setWorkspace({ history, view }: Workspace): void {
  const { selection } = useExplorer.getState()
  useExplorer.setState({
    history,
    view,
    selection: within(view.scene, selection),
    failure: undefined,
  })
}

/** Selects; a form or candidates of what was selected before are put away. */
export function select(selection: Selection | undefined): void {
  const { staged } = useExplorer.getState()
  const keepsStaged = selection?.kind === 'nodes' && selection.keys[0] === staged?.key
  useExplorer.setState({
    selection,
    deciding: undefined,
    ...(keepsStaged ? {} : { staged: undefined }),
  })
}

/** Puts a thing at the head of the recent ones. */
export function remember(node: BareNode): void {
  const others = useExplorer.getState().recent.filter(({ key }) => key !== node.key)
  useExplorer.setState({ recent: [node, ...others].slice(0, recentMax) })
}

function within(scene: Scene, selection: Selection | undefined): Selection | undefined {
  if (selection?.kind === 'link') return scene.links.has(selection.id) ? selection : undefined
  if (selection?.kind === 'edge') return scene.edges.has(selection.id) ? selection : undefined
  const keys = selection?.keys.filter((key) => scene.nodes.has(key)) ?? []
  return keys.length === 0 ? undefined : { kind: 'nodes', keys }
}
