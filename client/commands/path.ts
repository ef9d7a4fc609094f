import type { BareNode } from '../../server/contract/graph.ts'
import type { FoundPath } from '../../server/contract/paths.ts'
import { joining } from '../graph/fan.ts'
import { setFan } from '../graph/fan-state.ts'
import { firstLimits, type PathQuestion, usePaths } from '../paths/path-state.ts'
import { pathPieces } from '../paths/pieces.ts'
import type { Selection } from '../scene/scene.ts'
import { run, select, useExplorer } from '../scene/store.ts'
import { toggle } from './expand.ts'
import { clearSelection } from './travel-beside.ts'

/** Starts with what is selected: two things at once, one as the first end, or none, and both ends are asked for. */
export function startPath(): void {
  const { selection } = useExplorer.getState()
  const keys = selection?.kind === 'nodes' ? selection.keys : []
  const [first, second] = keys
  if (keys.length === 2 && first !== undefined && second !== undefined) openPaths(first, second)
  else pickSecondEnd(keys.length === 1 ? first : undefined)
}

export function pickSecondEnd(from: string | undefined): void {
  usePaths.setState({ picking: { from }, lit: undefined })
}

export function openPaths(from: string, to: string): void {
  const limits = usePaths.getState().question ?? firstLimits
  usePaths.setState({ picking: undefined, lit: undefined, question: { ...limits, from, to } })
  select(undefined)
}

export function askAgain(part: Partial<PathQuestion>): void {
  const { question } = usePaths.getState()
  if (question !== undefined)
    usePaths.setState({ question: { ...question, ...part }, lit: undefined })
}

export function light(keys: readonly string[] | undefined): void {
  usePaths.setState({ lit: keys })
}

/** Leaves picking, or else the list of ways; answers whether there was anything to leave. */
export function leavePaths(): boolean {
  const { picking, question } = usePaths.getState()
  const left = picking !== undefined ? { picking: undefined } : { question: undefined }
  usePaths.setState({ ...left, lit: undefined })
  return picking !== undefined || question !== undefined
}

/** A click on the canvas: a tick on what is staged, an end of a path while one is picked, and otherwise the selection. */
export function pick(selection: Selection | undefined): void {
  const { picking } = usePaths.getState()
  const { staged, view } = useExplorer.getState()
  const key = selection?.kind === 'nodes' ? selection.keys.at(-1) : undefined
  const isStaged = key !== undefined && !view.scene.nodes.has(key)
  if (isStaged && staged !== undefined) toggle(staged, key)
  else if (picking !== undefined) pickEnd(picking.from, key)
  else if (selection === undefined) clearSelection()
  else {
    fanOut(selection)
    select(selection)
  }
}

/** A click on a line that stands for several draws them one by one. */
function fanOut(selection: Selection): void {
  const { scene, layout } = useExplorer.getState().view
  const edge = selection.kind === 'edge' ? scene.edges.get(selection.id) : undefined
  if (edge === undefined || layout === 'lanes') return
  if (1 < joining(scene, edge.from, edge.to).length) setFan(edge.from, edge.to, true)
}

function pickEnd(from: string | undefined, key: string | undefined): void {
  if (key === undefined || key === from) return
  if (from === undefined) pickSecondEnd(key)
  else openPaths(from, key)
}

/** Brings one way into the picture, as one step. */
export function bringPath({ hops }: FoundPath, nodes: readonly BareNode[]): void {
  const { view } = useExplorer.getState()
  const { question } = usePaths.getState()
  if (question === undefined) return
  const scene = pathPieces(view.scene, hops, nodes)
  if (scene === view.scene) return
  const nameOf = (key: string) => nodes.find((node) => node.key === key)?.name ?? key
  const [from, to] = [nameOf(question.from), nameOf(question.to)]
  run({ code: 'brought', from, to, hops: hops.length }, { ...view, scene })
}
