import type { NodeKind } from '../../server/contract/graph.ts'
import { shopStatus } from '../filter/facts.ts'
import type { Scene } from '../scene/scene.ts'

/** Keys of everything that is not hidden, in the order of the scene. */
export function shownKeys({ nodes, hidden }: Scene): readonly string[] {
  return [...nodes.keys()].filter((key) => !hidden.has(key))
}

export function ofKind(scene: Scene, among: readonly string[], kind: NodeKind): readonly string[] {
  return among.filter((key) => scene.nodes.get(key)?.kind === kind)
}

/** What the given things are not. */
export function others(among: readonly string[], keys: readonly string[]): readonly string[] {
  const chosen = new Set(keys)
  return among.filter((key) => !chosen.has(key))
}

/** The given things with everything that an edge or a link ties to them. */
export function withNeighbors(scene: Scene, keys: readonly string[]): readonly string[] {
  const chosen = new Set(keys)
  const reached = new Set(keys)
  for (const relations of [scene.edges, scene.links]) {
    for (const { from, to } of relations.values()) {
      if (chosen.has(from)) reached.add(to)
      if (chosen.has(to)) reached.add(from)
    }
  }
  return [...reached].filter((key) => scene.nodes.has(key) && !scene.hidden.has(key))
}

/** Everything of the same kind and status as one of the given things. */
export function similarTo(
  scene: Scene,
  among: readonly string[],
  keys: readonly string[],
  asOf: string,
): readonly string[] {
  const sort = (key: string) => {
    const node = scene.nodes.get(key)
    return node === undefined ? undefined : `${node.kind} ${shopStatus(node, asOf) ?? ''}`
  }
  const sorts = new Set(keys.map(sort))
  return among.filter((key) => sorts.has(sort(key)))
}
