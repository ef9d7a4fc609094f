import type { BareEdge, BareNode } from '../../server/contract/graph.ts'
import type { RingAnswer } from '../../server/contract/ring.ts'
import { edgeId, linkId, type Scene } from './scene.ts'

/** Nothing on the canvas. */
export const emptyScene: Scene = {
  ring: undefined,
  nodes: new Map(),
  edges: new Map(),
  links: new Map(),
  attributions: [],
  holders: new Map(),
  generic: new Set(),
  events: [],
  hidden: new Set(),
  pinned: new Map(),
}

/** The scene of one ring as the server answers it. */
export function ringScene(answer: RingAnswer): Scene {
  return {
    ...emptyScene,
    ring: answer.ring,
    nodes: new Map(answer.nodes.map((node) => [node.key, node])),
    edges: new Map(answer.edges.map((edge) => [edgeId(edge), edge])),
    links: new Map(answer.links.map((link) => [linkId(link), link])),
    attributions: answer.attributions,
    holders: new Map(Object.entries(answer.holders)),
    generic: new Set(answer.generic),
    events: answer.events,
  }
}

/** The scene with more in it; what is there already keeps its place, and what was hidden and is asked for again shows. */
export function withMore(
  scene: Scene,
  more: { readonly nodes: readonly BareNode[]; readonly edges?: readonly BareEdge[] },
): Scene {
  const shown = new Set(more.nodes.map(({ key }) => key))
  return {
    ...scene,
    nodes: grown(
      scene.nodes,
      more.nodes.map((node) => [node.key, node]),
    ),
    edges: grown(
      scene.edges,
      (more.edges ?? []).map((edge) => [edgeId(edge), edge]),
    ),
    hidden: new Set([...scene.hidden].filter((key) => !shown.has(key))),
  }
}

function grown<T>(
  map: ReadonlyMap<string, T>,
  entries: readonly (readonly [string, T])[],
): ReadonlyMap<string, T> {
  const fresh = entries.filter(([key]) => !map.has(key))
  return fresh.length === 0 ? map : new Map([...map, ...fresh])
}
