import type { NetworkGraph, Tie } from '../../server/picture/network-graph.ts'
import type { Scene } from '../scene/scene.ts'
import { pairId } from './fan-state.ts'

/** A tie with how far it bends, as a share of its length; undefined: as ties of its kind do. */
export type BentTie = Tie & { readonly bend?: number }

/** How much further each of several ties between the same two bends, and all of them together at most. */
const bend = { step: 0.36, all: 1.4 }

/** The ids of all that joins two nodes and is not hidden: relations, then links. */
export function joining(scene: Scene, a: string, b: string): readonly string[] {
  const wanted = pairId(a, b)
  return [...scene.edges, ...scene.links].flatMap(([id, { from, to }]) =>
    pairId(from, to) === wanted && !scene.hidden.has(id) ? [id] : [],
  )
}

/** The network with everything that joins a fanned pair drawn by itself, side by side; the rest stays merged. */
export function withFans(
  graph: NetworkGraph,
  scene: Scene,
  fanned: ReadonlySet<string>,
): { readonly ties: readonly BentTie[] } {
  if (fanned.size === 0) return graph
  const groups = new Map<string, Tie[]>()
  for (const tie of graph.ties) {
    const pair = pairId(tie.from, tie.to)
    groups.set(pair, [...(groups.get(pair) ?? []), tie])
  }
  const ties = [...groups].flatMap(([pair, group]): readonly BentTie[] => {
    const [first] = group
    if (first === undefined || !fanned.has(pair)) return group
    return fan(first, group, scene)
  })
  return { ties }
}

function fan(first: Tie, group: readonly Tie[], scene: Scene): readonly BentTie[] {
  const ids = joining(scene, first.from, first.to)
  const middle = (ids.length - 1) / 2
  const step = Math.min(bend.step, bend.all / ids.length)
  return ids.map((id, place): BentTie => {
    const tie = group.find(({ subject }) => subject.id === id) ?? tieOf(id, first, scene)
    // Bends are to the left of the way a tie runs, so that one that runs back must bend the other way.
    const turn = tie.from < tie.to ? 1 : -1
    return { ...tie, count: 1, bend: (place - middle) * step * turn }
  })
}

const styles = {
  came_back_as: 'came-back',
  same_controller: 'one-controller',
  shares_supply: 'shares-supply',
} as const

function tieOf(id: string, first: Tie, scene: Scene): Tie {
  const link = scene.links.get(id)
  if (link !== undefined) {
    const { from, to, kind } = link
    return { subject: { of: 'link', id }, from, to, style: styles[kind], count: 1, link }
  }
  const { from, to } = scene.edges.get(id) ?? first
  return { subject: { of: 'edge', id }, from, to, style: 'edge', count: 1, link: undefined }
}
