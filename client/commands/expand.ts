import type { NeighbourCount } from '../../server/contract/graph.ts'
import { call } from '../api/call.ts'
import { countsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { withMore } from '../scene/build-scene.ts'
import type { Scene } from '../scene/scene.ts'
import { run, type Staged, select, useExplorer } from '../scene/store.ts'
import { notify, notifyFailure } from '../shell/notify.ts'

/** More neighbors than this are not thrown onto the canvas: they are staged, and the user ticks. */
export const expandBudget = 40

/** Brings everything that a node is related to, or, when that is too much, shows the choice by type. */
export async function expandAll(key: string): Promise<void> {
  try {
    const { counts } = await queryClient.fetchQuery(countsQuery(key))
    select({ kind: 'nodes', keys: [key] })
    const total = counts.reduce((sum, { count }) => sum + count, 0)
    if (total > expandBudget) return
    const answers = await Promise.all(counts.map((group) => neighbours(key, group)))
    bring(
      key,
      undefined,
      answers.flatMap(({ items }) => items),
    )
  } catch (error) {
    notifyFailure(error)
  }
}

/** Brings the neighbors of one type, or stages the first of them when they are too many. */
export async function expandGroup(key: string, group: NeighbourCount): Promise<void> {
  try {
    const answer = await neighbours(key, group)
    if (group.count <= expandBudget) return bring(key, group, answer.items)
    stage({ key, group, ...answer, next: answer.next, ticked: new Set() })
  } catch (error) {
    notifyFailure(error)
  }
}

/** Stages the next page in place of this one. */
export async function stageNext(staged: Staged): Promise<void> {
  try {
    const answer = await neighbours(staged.key, staged.group, staged.next)
    stage({ ...staged, items: [...staged.items, ...answer.items], next: answer.next })
  } catch (error) {
    notifyFailure(error)
  }
}

/** Brings the ticked candidates and puts the others away. */
export function commit({ key, items, ticked }: Staged): void {
  const { view } = useExplorer.getState()
  const chosen = items.filter(({ node }) => ticked.has(node.key))
  const scene = withMore(view.scene, pieces(chosen))
  const left = items.length - chosen.length
  run({ code: 'committed', name: nameOf(key), left }, { ...view, scene })
  stage(undefined)
}

export function tick(staged: Staged, ticked: ReadonlySet<string>): void {
  stage({ ...staged, ticked })
}

export function discard(): void {
  stage(undefined)
}

function stage(staged: Staged | undefined): void {
  useExplorer.setState({ staged })
}

type Items = Staged['items']

function bring(key: string, group: NeighbourCount | undefined, items: Items): void {
  const { view } = useExplorer.getState()
  const scene = withMore(view.scene, pieces(items))
  if (isSame(view.scene, scene)) {
    notify('node.nothingNew')
    return
  }
  const name = nameOf(key)
  run(
    group === undefined
      ? { code: 'expanded', name }
      : { code: 'expandedBy', name, kind: group.kind },
    { ...view, scene },
  )
}

function isSame(before: Scene, after: Scene): boolean {
  const { nodes, edges, hidden } = before
  return nodes === after.nodes && edges === after.edges && hidden.size === after.hidden.size
}

function pieces(items: Items) {
  return { nodes: items.map(({ node }) => node), edges: items.map(({ edge }) => edge) }
}

async function neighbours(key: string, group: NeighbourCount, cursor?: string) {
  const { type, direction, kind } = group
  const query = { key, type, direction, kind, limit: expandBudget, ...(cursor && { cursor }) }
  return await call('neighbours', { query })
}

function nameOf(key: string): string {
  return useExplorer.getState().view.scene.nodes.get(key)?.name ?? key
}
