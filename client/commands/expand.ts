import i18next from 'i18next'

import type { BareEdge, BareNode, NeighbourCount } from '../../server/contract/graph.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/problem-error.ts'
import { countsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { pastText } from '../marks/past-text.ts'
import { withMore } from '../scene/build-scene.ts'
import { broughtBy } from '../scene/collapse.ts'
import { comparable } from '../scene/comparable.ts'
import { type Past, pastIn } from '../scene/past.ts'
import type { Scene } from '../scene/scene.ts'
import { run, type Staged, select, useExplorer } from '../scene/store.ts'
import { notify, notifyFailure, say } from '../shell/notify.ts'
import { sayUndoable } from '../shell/notify-undo.ts'
import { asNow } from './as-now.ts'

/** More neighbors than this are not thrown onto the canvas: they are staged, and the user ticks. */
export const expandBudget = 40

/** Brings everything that a node is related to, or was in the past where the page stands; when that is too much, shows the choice by type. */
export async function expandAll(key: string): Promise<void> {
  // What is only staged is no part of the picture that could be walked on from.
  if (!useExplorer.getState().view.scene.nodes.has(key)) return
  const past = pastIn(useExplorer.getState())
  try {
    const query = { key, all: 'true', limit: expandBudget, ...past } as const
    const answer = await call('neighbours', { query })
    queryClient.setQueryData(countsQuery(key, past).queryKey, answer)
    select({ kind: 'nodes', keys: [key] })
    if (answer.total <= expandBudget) bring({ key, past }, await asNow(key, answer.items, past))
  } catch (error) {
    sayFailed(key, past, error)
  }
}

/** Brings the neighbors of one type, or stages the first of them when they are too many. */
export async function expandGroup(key: string, group: NeighbourCount): Promise<void> {
  const past = pastIn(useExplorer.getState())
  try {
    if (expandBudget < group.count) return stage(await stagedPage({ key, group, past }, []))
    const { items } = await neighbours(key, group, past)
    bring({ key, group, past }, await asNow(key, items, past))
  } catch (error) {
    sayFailed(key, past, error)
  }
}

/** Stages the next page after this one, of the same past. */
export async function stageNext({ items, ticked, ...asked }: Staged): Promise<void> {
  try {
    stage({ ...(await stagedPage(asked, items)), ticked })
  } catch (error) {
    notifyFailure(error)
  }
}

/** Another page of candidates, compared with what is in the picture now. */
async function stagedPage(
  { key, group, past }: Pick<Staged, 'key' | 'group' | 'past'>,
  before: Staged['items'],
): Promise<Staged> {
  const { nodes, hidden } = useExplorer.getState().view.scene
  const shown = [...nodes.values()].filter((node) => !hidden.has(node.key))
  const among = comparable(shown)
  const { type, direction, kind } = group
  const offset = before.length
  const body = { key, type, direction, kind, among, limit: expandBudget, offset, ...past }
  const { items, total, compared } = await call('candidates', { body })
  const known = new Set(before.map(({ node }) => node.key))
  return {
    key,
    group,
    past,
    items: [...before, ...items.filter(({ node }) => !known.has(node.key))],
    total,
    compared,
    pictured: { sent: among.length, all: shown.length },
    ticked: new Set(),
  }
}

/** Brings the ticked candidates and puts the others away. */
export async function commit({ key, items, ticked, past }: Staged): Promise<void> {
  const ticks = items.filter(({ node }) => ticked.has(node.key))
  const chosen = await asNow(key, ticks, past).catch(() => ticks)
  const { view } = useExplorer.getState()
  const scene = withMore(view.scene, pieces(chosen))
  const left = items.length - chosen.length
  const name = nameOf(key)
  const brought = broughtBy(key, chosen)
  const step = run({ code: 'committed', name, left, past }, { ...view, scene }, { brought })
  stage(undefined)
  sayExpanded(step, name, scene.nodes.size - view.scene.nodes.size)
}

export function tick(staged: Staged, ticked: ReadonlySet<string>): void {
  stage({ ...staged, ticked })
}

/** Ticks one candidate, or takes its tick away. */
export function toggle(staged: Staged, key: string): void {
  const ticked = new Set(staged.ticked)
  if (!ticked.delete(key)) ticked.add(key)
  tick(staged, ticked)
}

export function discard(): void {
  stage(undefined)
}

function stage(staged: Staged | undefined): void {
  useExplorer.setState({ staged })
}

type Items = readonly { readonly edge: BareEdge; readonly node: BareNode }[]

interface Expanded {
  readonly key: string
  readonly group?: NeighbourCount
  readonly past: Past | undefined
}

function bring({ key, group, past }: Expanded, items: Items): void {
  const { view } = useExplorer.getState()
  const scene = withMore(view.scene, pieces(items))
  if (isSame(view.scene, scene)) {
    if (past === undefined) notify('node.nothingNew')
    else say(i18next.t('past.nothingNew', { when: pastText(i18next.t, past) }))
    return
  }
  const name = nameOf(key)
  const step = run(
    group === undefined
      ? { code: 'expanded', name, past }
      : { code: 'expandedBy', name, kind: group.kind, past },
    { ...view, scene },
    { brought: broughtBy(key, items) },
  )
  sayExpanded(step, name, scene.nodes.size - view.scene.nodes.size)
}

function sayExpanded(step: number, name: string, count: number): void {
  sayUndoable(i18next.t('walk.expanded', { name, count }), step)
}

function isSame(before: Scene, after: Scene): boolean {
  const { nodes, edges, hidden } = before
  return nodes === after.nodes && edges === after.edges && hidden.size === after.hidden.size
}

function pieces(items: Items) {
  return { nodes: items.map(({ node }) => node), edges: items.map(({ edge }) => edge) }
}

/** What was not on record then is told in the reader's words. */
function sayFailed(key: string, past: Past | undefined, error: unknown): void {
  const wasNotThere = past !== undefined && failureOf(error).code === 'node-unknown'
  if (wasNotThere) {
    const when = pastText(i18next.t, past)
    say(i18next.t('past.notThere', { name: nameOf(key), when }))
  } else notifyFailure(error)
}

async function neighbours(key: string, group: NeighbourCount, past: Past | undefined) {
  const { type, direction, kind } = group
  const query = { key, type, direction, kind, ...past, limit: expandBudget }
  return await call('neighbours', { query })
}

function nameOf(key: string): string {
  return useExplorer.getState().view.scene.nodes.get(key)?.name ?? key
}
