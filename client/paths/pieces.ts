import type { BareNode } from '../../server/contract/graph.ts'
import type { PathHop } from '../../server/contract/paths.ts'
import { withMore } from '../scene/build-scene.ts'
import { linkId, type Scene } from '../scene/scene.ts'

/** The scene with one way in it; the same value where all of it shows already. */
export function pathPieces(
  scene: Scene,
  hops: readonly PathHop[],
  nodes: readonly BareNode[],
): Scene {
  const passed = new Set(keysOf(hops))
  const edges = hops.flatMap(({ edge }) => edge ?? [])
  const more = withMore(scene, { nodes: nodes.filter(({ key }) => passed.has(key)), edges })
  const fresh = hops
    .flatMap(({ link }) => link ?? [])
    .filter((link) => !scene.links.has(linkId(link)))
  const links =
    fresh.length === 0
      ? scene.links
      : new Map([...scene.links, ...fresh.map((link) => [linkId(link), link] as const)])
  const same =
    more.nodes === scene.nodes &&
    more.edges === scene.edges &&
    links === scene.links &&
    more.hidden.size === scene.hidden.size
  return same ? scene : { ...more, links }
}

/** The nodes of a way, from one end to the other. */
export function keysOf(hops: readonly PathHop[]): readonly string[] {
  const [first] = hops
  return first === undefined ? [] : [first.from, ...hops.map(({ to }) => to)]
}
